package org.ketwork.neural.data;

/**
 * Where data come from.
 *
 * @param source who published them, or the file or the generator they come from
 * @param licence the terms of use
 * @param sha256 of the bytes of the file (of both, one after the other, if the targets have a file of their own), in hexadecimal; of the numbers for generated data
 */
public record Provenance(String source, String licence, String sha256) {}
