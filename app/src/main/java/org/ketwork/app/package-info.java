@org.jspecify.annotations.NullMarked
package org.ketwork.app;
