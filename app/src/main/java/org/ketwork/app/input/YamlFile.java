package org.ketwork.app.input;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ketwork.lab.run.Reason;
import org.ketwork.numerics.InvalidInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.type.LogicalType;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** YAML specs (JSON is YAML too), read strictly: a key that the spec does not know is an error. */
public final class YamlFile {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .withCoercionConfig(
                    LogicalType.Boolean, config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
            .build();

    /** More are no spec that a person wrote, and the reader would take minutes to say so. */
    private static final long MOST_BYTES = 1 << 20;

    /** How the reader names a key that stands twice, and a value that it refuses. */
    private static final Pattern TWICE = Pattern.compile("[Dd]uplicate .*?[\"'](.*)[\"']");

    private static final Pattern PLACE = Pattern.compile(" in .*, line (\\d+), column");

    private static final Pattern VALUE = Pattern.compile("value \\((?!token)([^)]*)\\)");

    private YamlFile() {}

    /** @throws InvalidInputException naming file, line, what was found and what is allowed */
    public static <T> T read(Path file, Class<T> type) {
        String text = text(file);
        try {
            return MAPPER.readValue(text, type);
        } catch (JacksonException e) {
            throw new InvalidInputException(file + line(text, e) + ": " + sentence(e), e);
        }
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new InvalidInputException(file + " has " + Files.size(file) + " bytes; a spec has at most "
                        + MOST_BYTES + ", and this is probably another file");
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(file + ": it is not text in UTF-8", e);
        } catch (IOException e) {
            throw new InvalidInputException("cannot read " + file + ": " + Reason.of(e), e);
        }
    }

    /** " line N"; the reader forgets the line of a key that it meets before it builds a record, so that is looked for. */
    private static String line(String text, JacksonException e) {
        int line = e.getLocation() == null ? -1 : e.getLocation().getLineNr();
        // The location is that of the last good token; the message says where the bad one is.
        Matcher met = PLACE.matcher(String.valueOf(e.getOriginalMessage()));
        while (met.find()) {
            line = Integer.parseInt(met.group(1));
        }
        if (line < 1 && e instanceof UnrecognizedPropertyException unknown) {
            Pattern key = Pattern.compile("(^|[\\s{,\"'-])" + Pattern.quote(unknown.getPropertyName()) + "[\"']?\\s*:");
            List<String> lines = text.lines().toList();
            for (int i = lines.size(); i > 0; i--) {
                if (key.matcher(lines.get(i - 1)).find()) {
                    line = i;
                }
            }
        }
        return line < 1 ? "" : " line " + line;
    }

    private static String sentence(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> {
                List<String> known = known(unknown.getKnownPropertyIds());
                yield "unknown key " + unknown.getPropertyName()
                        + DidYouMean.suffix(unknown.getPropertyName(), known) + " (allowed: "
                        + String.join(", ", known) + ")";
            }
            case InvalidFormatException format
            when format.getTargetType().isEnum() -> {
                List<String> allowed = Arrays.stream(format.getTargetType().getEnumConstants())
                        .map(c -> c.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList();
                yield key(format) + " must be one of " + String.join(", ", allowed) + ", got " + format.getValue();
            }
            case InvalidFormatException format ->
                key(format) + " must be " + describe(format.getTargetType()) + ", got " + format.getValue();
            case MismatchedInputException mismatch
            when mismatch.getTargetType() != null ->
                key(mismatch) + " must be " + describe(mismatch.getTargetType()) + got(mismatch);
            case InputCoercionException range -> key(range) + " must be " + range(range.getTargetType()) + got(range);
            case DatabindException bind
            when bind.getCause() instanceof InvalidInputException cause -> String.valueOf(cause.getMessage());
            case DatabindException bind
            when bind.getCause() instanceof IllegalArgumentException cause -> String.valueOf(cause.getMessage());
            case DatabindException bind -> key(bind) + " cannot be read";
            default -> notYaml(String.valueOf(e.getOriginalMessage()));
        };
    }

    /** What is wrong with the text itself; the reader's message has a line on what it was doing, then one on what it met. */
    private static String notYaml(String message) {
        Matcher twice = TWICE.matcher(message);
        if (twice.find()) {
            return "the key " + twice.group(1) + " stands twice";
        }
        String met = message.lines()
                .filter(line -> !line.startsWith("while ") && !line.startsWith(" "))
                .findFirst()
                .orElse("something else");
        return "this is not YAML (" + met + "); write \"key: value\" and \"- element\", indent with spaces, close every"
                + " bracket and quotation mark";
    }

    /** ", got 1.5", if the reader says what it met. */
    private static String got(JacksonException e) {
        Matcher value = VALUE.matcher(String.valueOf(e.getOriginalMessage()));
        return value.find() ? ", got " + value.group(1) : "";
    }

    private static String range(Class<?> type) {
        boolean wide = type == long.class || type == Long.class;
        return "a whole number from " + (wide ? Long.MIN_VALUE : Integer.MIN_VALUE) + " to "
                + (wide ? Long.MAX_VALUE : Integer.MAX_VALUE);
    }

    private static List<String> known(Collection<Object> ids) {
        return ids.stream().map(Object::toString).sorted().toList();
    }

    /** The path to a value as the user sees it: network[2].mask.keep. */
    private static String key(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : e.getPath()) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.isEmpty() ? "the spec" : path.toString();
    }

    private static String describe(Class<?> type) {
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a text";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "a map of keys and values";
    }
}
