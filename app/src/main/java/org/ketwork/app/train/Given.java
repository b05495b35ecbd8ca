package org.ketwork.app.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys of a part of a spec that have a value, in their order. */
final class Given {
    private final Map<String, Object> values = new LinkedHashMap<>();

    Given add(String key, Optional<?> value) {
        value.ifPresent(v -> values.put(key, v));
        return this;
    }

    /** All that was given. */
    Map<String, Object> all() {
        return values;
    }

    /** All that was given; a key that has no meaning here is an error, since nothing would come of it. */
    Map<String, Object> only(String name, Set<String> allowed) {
        for (String key : values.keySet()) {
            if (!allowed.contains(key)) {
                throw new IllegalArgumentException(name + " takes no key " + key + " (allowed: "
                        + allowed.stream().sorted().collect(Collectors.joining(", ")) + ")");
            }
        }
        return values;
    }

    /** Those of the values that have a meaning here. */
    Map<String, Object> within(Set<String> allowed) {
        values.keySet().retainAll(allowed);
        return values;
    }
}
