package org.ketwork.wavefunction.ansatz;

import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.Configurations;

/** A wavefunction that can draw independent configurations from its own |ψ|², as autoregressive ones can. */
public interface DirectlySampled extends Wavefunction {
    /** Draws configurations; what is random in row i is a function of {@code address.at(i)}, whatever the number of rows. */
    Configurations draw(int rows, RandomAddress address, Workers workers);
}
