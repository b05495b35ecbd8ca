package org.ketwork.numerics.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the header of a safetensors file: that one shape of JSON (RFC 8259), and nothing else. */
final class JsonHeader {
    /** A tensor as the header describes it; offsets count bytes from the first value. */
    record Tensor(String name, String type, long[] shape, long begin, long end) {}

    record Parsed(List<Tensor> tensors, Map<String, String> metadata) {}

    private static final int MOST_AXES = 64;
    private static final int HEX = 16;

    private final String file;
    private final TextCursor text;

    JsonHeader(String file, String text) {
        this.file = file;
        this.text = new TextCursor(text, this::broken);
    }

    Parsed parse() {
        List<Tensor> tensors = new ArrayList<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        members(name -> {
            if (name.equals("__metadata__")) {
                members(key -> metadata.put(key, string()));
            } else {
                tensors.add(tensor(name));
            }
        });
        text.requireEnd();
        return new Parsed(List.copyOf(tensors), Collections.unmodifiableMap(metadata));
    }

    @FunctionalInterface
    private interface Member {
        void read(String name);
    }

    /** An object; the reader is called at each value. */
    private void members(Member member) {
        Set<String> seen = new HashSet<>();
        text.expect('{');
        if (text.accept('}')) {
            return;
        }
        do {
            String name = string();
            if (!seen.add(name)) {
                throw broken("has the name '" + name + "' twice");
            }
            text.expect(':');
            member.read(name);
        } while (text.accept(','));
        text.expect('}');
    }

    private Tensor tensor(String name) {
        String[] type = {""};
        List<long[]> shape = new ArrayList<>();
        List<long[]> offsets = new ArrayList<>();
        members(key -> {
            switch (key) {
                case "dtype" -> type[0] = string();
                case "shape" -> shape.add(integers());
                case "data_offsets" -> offsets.add(integers());
                default -> throw broken("has the unknown key '" + key + "' in the tensor '" + name + "'");
            }
        });
        if (type[0].isEmpty() || shape.isEmpty() || offsets.isEmpty() || offsets.getFirst().length != 2) {
            throw broken("lacks dtype, shape or two data_offsets in the tensor '" + name + "'");
        }
        return new Tensor(name, type[0], shape.getFirst(), offsets.getFirst()[0], offsets.getFirst()[1]);
    }

    private long[] integers() {
        long[] values = new long[MOST_AXES];
        int count = 0;
        text.expect('[');
        if (text.accept(']')) {
            return new long[0];
        }
        do {
            if (count == MOST_AXES) {
                throw broken("has a list of more than " + MOST_AXES + " numbers");
            }
            values[count++] = integer();
        } while (text.accept(','));
        text.expect(']');
        return Arrays.copyOf(values, count);
    }

    private long integer() {
        text.peek();
        String digits = text.digits();
        if (digits.isEmpty()) {
            throw broken("lacks a whole number from 0 at position " + text.position());
        }
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw broken("has the number " + digits + ", more than any file holds");
        }
    }

    private String string() {
        text.expect('"');
        StringBuilder content = new StringBuilder();
        while (true) {
            char c = text.next();
            if (c == '"') {
                return content.toString();
            }
            if (c < ' ') {
                throw broken("has a control character in a text");
            }
            content.append(c == '\\' ? escape() : c);
        }
    }

    private char escape() {
        char c = text.next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                int code = 0;
                for (int i = 0; i < 4; i++) {
                    int digit = Character.digit(text.next(), HEX);
                    if (digit < 0) {
                        throw broken("has a \\u that four hexadecimal digits do not follow");
                    }
                    code = code * HEX + digit;
                }
                yield (char) code;
            }
            default -> throw broken("has the unknown escape \\" + c);
        };
    }

    private RuntimeException broken(String how) {
        return Failure.content(file, "the safetensors header " + how);
    }

    /** A text as JSON writes it. */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
