package org.ketwork.app.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.ketwork.lab.run.Reason;
import org.ketwork.numerics.InvalidInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** YAML specs (JSON is YAML too), read strictly: a key that the spec does not know is an error. */
public final class YamlFile {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
            .build();

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
            return Files.readString(file);
        } catch (IOException e) {
            throw new InvalidInputException("cannot read " + file + ": " + Reason.of(e), e);
        }
    }

    /** " line N"; the reader forgets the line of a key that it meets before it builds a record, so that is looked for. */
    private static String line(String text, JacksonException e) {
        int line = e.getLocation() == null ? -1 : e.getLocation().getLineNr();
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
            when mismatch.getTargetType() != null -> key(mismatch) + " must be " + describe(mismatch.getTargetType());
            case DatabindException bind
            when bind.getCause() instanceof InvalidInputException cause -> String.valueOf(cause.getMessage());
            case DatabindException bind
            when bind.getCause() instanceof IllegalArgumentException cause -> String.valueOf(cause.getMessage());
            default ->
                String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("it is not YAML");
        };
    }

    private static List<String> known(Collection<Object> ids) {
        return ids.stream().map(Object::toString).sorted().toList();
    }

    /** The path to a value as the user sees it: network[2].mask.keep. */
    private static String key(DatabindException e) {
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
