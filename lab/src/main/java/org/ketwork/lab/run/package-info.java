/**
 * Runs on disk. A run is a plain folder: {@code run.json} (what was asked, under which circumstances, what came out),
 * {@code metrics.jsonl} (append only), arrays as npy, pictures as svg, {@code report.html}. Every file is either absent or whole,
 * so a run that was killed at any moment can be taken up again.
 */
@NullMarked
package org.ketwork.lab.run;

import org.jspecify.annotations.NullMarked;
