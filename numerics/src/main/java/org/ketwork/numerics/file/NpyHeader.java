package org.ketwork.numerics.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * The header of an npy file: the magic, the version, the length of a Python dictionary, and the dictionary (NEP 1).
 *
 * @param type of the numbers
 * @param fortranOrder whether the first index runs fastest
 * @param shape lengths of the axes
 * @param bytes length of the whole header: the numbers begin there
 */
record NpyHeader(ElementType type, boolean fortranOrder, long[] shape, int bytes) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    /** Far above what any shape needs; a longer header is a wrong file. */
    private static final int LONGEST = 1 << 16;

    private static final int ALIGNMENT = 64;
    private static final int MOST_AXES = 64;

    static NpyHeader read(String file, InputStream in) throws IOException {
        byte[] start = in.readNBytes(MAGIC.length + 2);
        if (start.length < MAGIC.length + 2 || !Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw Failure.content(file, "it does not begin as an npy file does, with \\x93NUMPY and a version");
        }
        int version = start[MAGIC.length];
        if (version < 1 || version > 3) {
            throw Failure.content(file, "the npy version is " + version + "; 1, 2 and 3 are known");
        }
        int lengthBytes = version == 1 ? 2 : 4;
        byte[] lengthField = Arrays.copyOf(in.readNBytes(lengthBytes), 4);
        long length = Integer.toUnsignedLong(
                ByteBuffer.wrap(lengthField).order(ByteOrder.LITTLE_ENDIAN).getInt());
        if (length > LONGEST) {
            throw Failure.content(file, "the npy header has " + length + " bytes; at most " + LONGEST + " are allowed");
        }
        byte[] text = in.readNBytes((int) length);
        if (text.length < length) {
            throw Failure.content(file, "the file ends within the npy header");
        }
        String dictionary = new String(text, version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        return new Parser(file, dictionary).parse(start.length + lengthBytes + text.length);
    }

    /** The header that NumPy writes for little-endian doubles in C order. */
    static byte[] forDoubles(int[] shape) {
        String dictionary = "{'descr': '<f8', 'fortran_order': False, 'shape': " + NdArray.describe(shape) + ", }";
        int before = MAGIC.length + 2 + 2;
        int total = Math.ceilDiv(before + dictionary.length() + 1, ALIGNMENT) * ALIGNMENT;
        ByteBuffer header = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        header.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) (total - before));
        header.put(dictionary.getBytes(StandardCharsets.ISO_8859_1));
        while (header.remaining() > 1) {
            header.put((byte) ' ');
        }
        return header.put((byte) '\n').array();
    }

    /** Reads {'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), } and nothing else. */
    private static final class Parser {
        private final String file;
        private final TextCursor text;

        Parser(String file, String text) {
            this.file = file;
            this.text = new TextCursor(text, this::broken);
        }

        NpyHeader parse(int bytes) {
            String descr = "";
            OptionalInt fortran = OptionalInt.empty();
            long[] shape = {-1};
            text.expect('{');
            while (!text.accept('}')) {
                String key = string();
                text.expect(':');
                switch (key) {
                    case "descr" -> descr = descr();
                    case "fortran_order" -> fortran = OptionalInt.of(truth());
                    case "shape" -> shape = tuple();
                    default -> throw broken("has the unknown key '" + key + "'");
                }
                if (!text.accept(',')) {
                    text.expect('}');
                    break;
                }
            }
            text.requireEnd();
            if (descr.isEmpty() || fortran.isEmpty() || Arrays.equals(shape, new long[] {-1})) {
                throw broken("lacks one of the keys 'descr', 'fortran_order', 'shape'");
            }
            return new NpyHeader(type(descr), fortran.getAsInt() == 1, shape, bytes);
        }

        private ElementType type(String descr) {
            if (descr.matches("[<>|=]?O.*")) {
                throw Failure.content(
                        file,
                        "it holds pickled Python objects, which could run any program and are refused; numbers are allowed");
            }
            if (!descr.matches("[<>|=][biuf][1248]")) {
                throw unknownType(descr);
            }
            int size = descr.charAt(2) - '0';
            ByteOrder order = descr.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            return switch (descr.charAt(1)) {
                case 'i' -> new ElementType(ElementType.Kind.SIGNED, size, order);
                case 'u' -> new ElementType(ElementType.Kind.UNSIGNED, size, order);
                case 'f' -> {
                    if (size == 1) {
                        throw unknownType(descr);
                    }
                    yield new ElementType(ElementType.Kind.FLOATING, size, order);
                }
                default -> {
                    if (size != 1) {
                        throw unknownType(descr);
                    }
                    yield new ElementType(ElementType.Kind.BOOLEAN, 1, order);
                }
            };
        }

        private RuntimeException unknownType(String descr) {
            return Failure.content(
                    file,
                    "the numbers are of the type '" + descr
                            + "'; allowed are b1, i1 to i8, u1 to u8 and f2 to f8 in either byte order");
        }

        private String descr() {
            if (text.peek() == '[') {
                throw Failure.content(file, "it holds records with named fields; plain numbers are allowed");
            }
            return string();
        }

        private String string() {
            char quote = text.peek();
            if (quote != '\'' && quote != '"') {
                throw broken("lacks a quoted text at position " + text.position());
            }
            text.expect(quote);
            StringBuilder content = new StringBuilder();
            for (char c = text.next(); c != quote; c = text.next()) {
                content.append(c);
            }
            return content.toString();
        }

        private int truth() {
            if (text.accept("False")) {
                return 0;
            }
            if (text.accept("True")) {
                return 1;
            }
            throw broken("says neither True nor False for 'fortran_order'");
        }

        private long[] tuple() {
            long[] lengths = new long[MOST_AXES];
            int count = 0;
            text.expect('(');
            while (!text.accept(')')) {
                if (count == MOST_AXES) {
                    throw broken("has a shape of more than " + MOST_AXES + " axes");
                }
                lengths[count++] = integer();
                if (!text.accept(',')) {
                    if (count == 1) {
                        throw broken("has a shape that is not a tuple");
                    }
                    text.expect(')');
                    break;
                }
            }
            return Arrays.copyOf(lengths, count);
        }

        private long integer() {
            boolean negative = text.accept('-');
            String digits = text.digits();
            if (digits.isEmpty()) {
                throw broken("has a shape with something other than integers");
            }
            if (negative) {
                throw Failure.content(file, "the shape has the negative length -" + digits);
            }
            try {
                return Long.parseLong(digits);
            } catch (NumberFormatException e) {
                throw Failure.content(file, "the shape has the length " + digits + ", more than any memory holds");
            }
        }

        private RuntimeException broken(String how) {
            return Failure.content(file, "the npy header " + how);
        }
    }
}
