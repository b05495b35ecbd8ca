/** Training by a YAML spec: what may be asked ({@link org.ketwork.app.train.TrainSpec}), how it is built and how a run goes on. */
@NullMarked
package org.ketwork.app.train;

import org.jspecify.annotations.NullMarked;
