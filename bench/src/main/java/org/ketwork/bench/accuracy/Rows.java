package org.ketwork.bench.accuracy;

import java.util.List;
import java.util.Optional;
import org.ketwork.bench.accuracy.Aim.Gap;
import org.ketwork.bench.accuracy.Aim.RelativeError;
import org.ketwork.bench.accuracy.Aim.SiteEnergy;
import org.ketwork.quantum.spectrum.IsingRing;

/** The problems of the table of accuracy, with the settings that solve them. */
final class Rows {
    private static final double ANY_TIME = Double.POSITIVE_INFINITY;
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    /** By {@code ketwork solve --lattice square:4x4 --hamiltonian heisenberg --exact --excited 1}. */
    private static final double HEISENBERG_4X4_GAP = 2.31439334306157;

    static final List<Row> ALL = List.of(
            new SolveRow(
                    "tfim-40",
                    "TFIM ring N=40, h=1, RBM alpha=1",
                    "--lattice chain:40 --hamiltonian tfim:h=1 --ansatz rbm:1 --samples 1512 --steps 1500"
                            + " --learning-rate 0.1 --final-samples 131072",
                    new RelativeError(1e-4),
                    MINUTE),
            new SolveRow(
                    "tfim-40-symmetric",
                    "TFIM ring N=40, h=1, symmetric RBM alpha=4",
                    "--lattice chain:40 --hamiltonian tfim:h=1 --ansatz rbm-symmetric:4,group=space"
                            + " --steps 4000 --learning-rate 0.1 --final-samples 262144",
                    new RelativeError(5e-6),
                    ANY_TIME),
            new SolveRow(
                    "tfim-100",
                    "TFIM ring N=100, h=1",
                    "--lattice chain:100 --hamiltonian tfim:h=1 --ansatz rbm-symmetric:4,group=space --steps 500",
                    new RelativeError(2e-4),
                    5 * MINUTE),
            new SolveRow(
                    "tfim-6x6",
                    "TFIM 6x6, h=3",
                    "--lattice square:6x6 --hamiltonian tfim:h=3 --ansatz rbm-symmetric:2,group=space",
                    new RelativeError(1e-4),
                    ANY_TIME),
            new SolveRow(
                    "heisenberg-40",
                    "Heisenberg ring N=40",
                    "--lattice chain:40 --hamiltonian heisenberg --ansatz rbm-symmetric:4,group=space --steps 500",
                    new RelativeError(1e-4),
                    ANY_TIME),
            new SolveRow(
                    "heisenberg-4x4",
                    "Heisenberg 4x4",
                    "--lattice square:4x4 --hamiltonian heisenberg --ansatz rbm-symmetric:8,group=space"
                            + " --steps 500 --final-samples 1000000",
                    new RelativeError(1e-5),
                    2 * MINUTE),
            new SolveRow(
                    "heisenberg-6x6",
                    "Heisenberg 6x6",
                    "--lattice square:6x6 --hamiltonian heisenberg --ansatz rbm-projected:1 --samples 2016"
                            + " --shift 0.01 --steps 400",
                    new RelativeError(3e-4),
                    10 * MINUTE),
            new SolveRow(
                    "heisenberg-10x10",
                    "Heisenberg 10x10",
                    "--lattice square:10x10 --hamiltonian heisenberg --ansatz rbm-symmetric:4,group=space"
                            + " --samples 2016 --steps 1000 --lanczos --final-samples 4032",
                    new SiteEnergy(100, -0.6711),
                    HOUR),
            new SolveRow(
                    "j1j2-4x4",
                    "J1-J2 4x4, J2=0.5",
                    "--lattice square:4x4 --hamiltonian j1j2:j2=0.5 --ansatz rbm-projected:1 --steps 1000"
                            + " --final-samples 262144",
                    new RelativeError(1e-4),
                    ANY_TIME),
            new SolveRow(
                    "j1j2-6x6",
                    "J1-J2 6x6, J2=0.5",
                    "--lattice square:6x6 --hamiltonian j1j2:j2=0.5 --ansatz rbm-projected:1 --samples 2016"
                            + " --shift 0.01 --steps 600 --lanczos --final-samples 4032",
                    new RelativeError(1e-3),
                    HOUR / 2),
            new SolveRow(
                    "j1j2-10x10",
                    "J1-J2 10x10, J2=0.5",
                    "--lattice square:10x10 --hamiltonian j1j2:j2=0.5 --ansatz"
                            + " rbm-symmetric:4,group=space,signs=positive --samples 2016 --steps 700 --lanczos"
                            + " --final-samples 4032",
                    new SiteEnergy(100, -0.485),
                    2 * HOUR),
            new SolveRow(
                    "gap-heisenberg-4x4",
                    "Heisenberg 4x4, first excited state",
                    "--lattice square:4x4 --hamiltonian heisenberg --ansatz rbm-symmetric:4,group=space --excited 1"
                            + " --excited-ansatz rbm-symmetric:6,group=sublattice,parity=-1 --sampler full-sum"
                            + " --steps 200 --learning-rate 0.05",
                    new Gap(HEISENBERG_4X4_GAP, 0.01),
                    ANY_TIME),
            new SolveRow(
                    "triplet-heisenberg-4x4",
                    "Heisenberg 4x4, the same state as the lowest of M=2 (5·10⁻⁴ is 0.9 % of the gap)",
                    "--lattice square:4x4 --hamiltonian heisenberg --magnetisation 2"
                            + " --ansatz rbm-symmetric:8,group=space --steps 500",
                    new RelativeError(5e-4),
                    ANY_TIME),
            new SolveRow(
                    "gap-tfim-20",
                    "TFIM ring N=20, h=1, first excited state",
                    "--lattice chain:20 --hamiltonian tfim:h=1 --ansatz rbm-symmetric:4,group=space --excited 1"
                            + " --excited-ansatz rbm-symmetric:4,group=space,parity=-1 --steps 600 --final-samples 65536",
                    new Gap(new IsingRing(20, 1, 1).gap(), 0.01),
                    ANY_TIME),
            new QuenchRow("quench-10", 10, 0.5, 4, Optional.empty(), 1e-9, 1e-4),
            new QuenchRow("quench-40", 40, 0.5, 4, Optional.of(24_000), 1e-8, 1e-3));

    private Rows() {}
}
