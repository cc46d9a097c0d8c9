"""OpenSim's static optimization of one of our takes, to compare what a sample costs.

The same planar body with as many muscles, each with our strength, fiber and tendon, a rigid tendon
and a path whose length is a polynomial of degree 4 fitted to ours over the take; the same outside
forces; actuators of little strength as reserves at every coordinate. OpenSim minimizes the sum of
squared activations, ours weights them by volume: the sharing is of one kind, not the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.limits import SIDES
from hinge_tutor.body.muscle_lengths import lengths_and_arms
from hinge_tutor.body.muscles import columns, heads, optimal_fibers, size, strengths
from hinge_tutor.check.evidence.engines.in_opensim import model_of, opensim
from hinge_tutor.mechanics.dynamics import External, Loads
from hinge_tutor.motion.take import Take

DEGREE = 4
# The fit sees poses this far around those of the take, rad.
AROUND = 0.1
POSES, SEED = 400, 11
# An arm below a tenth of a millimeter is none.
LEAST_ARM_M = 1e-4
RESERVE_NM, ROOT_RESERVE = 1.0, 10.0


def prepared(take: Take, loads: Loads, folder: Path) -> Any:
    """A tool that is ready to run on a take; its files are written to `folder`."""
    opensim.Logger.setLevelString("off")
    model = _model(take)
    path = folder / "body.osim"
    model.printToXML(str(path))
    _write(folder / "motion.sto", take.time_s, take.body.coordinates, _turned(take))
    _write_forces(folder, take, loads.external)
    tool = opensim.AnalyzeTool()
    tool.setName("sharing")
    tool.setModelFilename(str(path))
    tool.setCoordinatesFileName(str(folder / "motion.sto"))
    tool.setExternalLoadsFileName(str(folder / "forces.xml"))
    tool.setLowpassCutoffFrequency(-1)
    tool.setResultsDir(str(folder / "results"))
    tool.setInitialTime(float(take.time_s[0]))
    tool.setFinalTime(float(take.time_s[-1]))
    analysis = opensim.StaticOptimization()
    analysis.setName("StaticOptimization")
    analysis.setStepInterval(1)
    analysis.setUseMusclePhysiology(True)
    tool.updAnalysisSet().cloneAndAppend(analysis)
    tool.printToXML(str(folder / "tool.xml"))
    return opensim.AnalyzeTool(str(folder / "tool.xml"))


def _model(take: Take) -> Any:
    person = take.body
    model = model_of([asdict(segment) for segment in person.segments])
    for name in person.coordinates:
        reserve = opensim.CoordinateActuator(name)
        reserve.setName(f"reserve_{name}")
        reserve.setOptimalForce(ROOT_RESERVE if name.startswith("root") else RESERVE_NM)
        reserve.setMinControl(-np.inf)
        reserve.setMaxControl(np.inf)
        model.addForce(reserve)
    for muscle in _muscles(take):
        model.addForce(muscle)
    model.finalizeConnections()
    return model


def _muscles(take: Take) -> Iterator[Any]:
    person = take.body
    strength, fiber, grown = strengths(person), optimal_fibers(person), size(person)
    signs = {segment.coordinate: segment.sign for segment in person.segments}
    for side in SIDES:
        at = columns(person, side)
        q = _around(take.q[:, at])
        lengths, arms = lengths_and_arms(q)
        for number, head in enumerate(heads()):
            moved = [c for c in range(len(at)) if np.abs(arms[c, :, number]).max() > LEAST_ARM_M]
            names = [person.coordinates[at[c]] for c in moved]
            turned = q[:, moved] * [signs[name] for name in names]
            muscle = opensim.DeGrooteFregly2016Muscle()
            muscle.setName(f"{head.name}_{side}")
            muscle.set_max_isometric_force(float(strength[number]))
            muscle.set_optimal_fiber_length(float(fiber[number]))
            # A tendon has some length in OpenSim, also where ours is in the fiber.
            slack = max(head.tendon_slack_m * grown, 1e-3)
            muscle.set_tendon_slack_length(slack)
            muscle.set_pennation_angle_at_optimal(head.pennation)
            muscle.set_ignore_tendon_compliance(True)
            muscle.set_ignore_activation_dynamics(True)
            muscle.set_ignore_passive_fiber_force(True)
            muscle.set_path(_path(take, names, turned, lengths[:, number] * grown))
            yield muscle


def _around(q: FloatArray) -> FloatArray:
    rng = np.random.default_rng(SEED)
    low, high = q.min(axis=0) - AROUND, q.max(axis=0) + AROUND
    around: FloatArray = rng.uniform(low, high, (POSES, q.shape[1]))
    return around


def _path(take: Take, coordinates: Sequence[str], q: FloatArray, length: FloatArray) -> Any:
    powers = [p for p in product(range(DEGREE + 1), repeat=q.shape[1]) if sum(p) <= DEGREE]
    design = np.stack([(q ** np.array(p)).prod(axis=1) for p in powers], axis=1)
    fit = np.linalg.lstsq(design, length, rcond=None)[0]
    vector = opensim.Vector.createFromMat(np.ascontiguousarray(fit))
    turns = {segment.coordinate: segment.name for segment in take.body.segments}
    path = opensim.FunctionBasedPath()
    for name in coordinates:
        path.appendCoordinatePath(f"/jointset/at_{turns[name]}/{name}")
    path.setLengthFunction(opensim.MultivariatePolynomialFunction(vector, q.shape[1], DEGREE))
    return path


# ── files ────────────────────────────────────────────────────────────────────────────────────────


def _turned(take: Take) -> FloatArray:
    """Coordinates over time (N, C) as OpenSim turns them: counter-clockwise."""
    signs = {segment.coordinate: segment.sign for segment in take.body.segments}
    turned: FloatArray = take.q * [signs.get(name, 1) for name in take.body.coordinates]
    return turned


def _write(path: Path, time_s: FloatArray, names: Sequence[str], values: FloatArray) -> None:
    """A table over time in OpenSim's own text format."""
    head = (path.stem, "version=1", f"nRows={len(time_s)}", f"nColumns={len(names) + 1}")
    lines = [*head, "inDegrees=no", "endheader", "\t".join(("time", *names))]
    for time, row in zip(time_s, values, strict=True):
        lines.append("\t".join(f"{value:.12g}" for value in (time, *row)))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _write_forces(folder: Path, take: Take, external: Sequence[External]) -> None:
    names: list[str] = []
    values: list[FloatArray] = []
    loads = opensim.ExternalLoads()
    none = np.zeros(len(take.time_s))
    for number, force in enumerate(external):
        parts = (*force.force_N.T, none, *force.point_m.T, none, none, none, force.moment_Nm)
        values += parts
        names += [f"{kind}{number}_{axis}" for kind in ("f", "p", "m") for axis in "xyz"]
        acting = opensim.ExternalForce()
        acting.setName(f"force{number}")
        acting.set_applied_to_body(force.on)
        acting.set_force_expressed_in_body("ground")
        acting.set_point_expressed_in_body("ground")
        acting.set_force_identifier(f"f{number}_")
        acting.set_point_identifier(f"p{number}_")
        acting.set_torque_identifier(f"m{number}_")
        loads.cloneAndAppend(acting)
    _write(folder / "forces.sto", take.time_s, names, np.stack(values, axis=1))
    loads.setDataFileName(str(folder / "forces.sto"))
    loads.printToXML(str(folder / "forces.xml"))
