"""What the coordinates of one side and the groups of muscles are called."""

LUMBAR = ("l5s1", "l3l4", "l1l2")
LEG = ("hip", "knee", "ankle")
SIDE = (*LEG, *LUMBAR, "shoulder")
GROUPS = (
    "glutes",
    "hamstrings",
    "back_extensors",
    "quadriceps",
    "calf",
    "shin",
    "hip_flexors",
    "adductor_magnus",
    "rectus_abdominis",
    "lats",
)
TRUNK_GROUPS = ("back_extensors", "rectus_abdominis", "lats")
# A head whose effort is computed and not shown.
NO_GROUP = "none"
