@org.jspecify.annotations.NullMarked
package org.ketwork.bridge;
