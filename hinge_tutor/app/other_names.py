"""What else people call a command, for whoever looks for it by those words."""

from __future__ import annotations

from hinge_tutor.app.chrome_words import tr


def other_names(id_: str) -> str:
    """Words that find a command beside its own; empty for most."""
    return _table().get(id_, "")


def _table() -> dict[str, str]:
    return {
        "preferences": tr("settings options configuration"),
        "keys": tr("shortcuts hotkeys remap keyboard"),
        "help": tr("shortcuts hotkeys keyboard"),
        "commands": tr("palette"),
        "theme_light": tr("theme bright day"),
        "theme_dark": tr("theme night black"),
        "theme_projector": tr("theme beamer"),
        "larger": tr("zoom bigger font letters"),
        "smaller": tr("zoom font letters"),
        "usual_size": tr("zoom normal font letters"),
        "leave": tr("exit close the program"),
        "present": tr("slide show projector beamer audience"),
        "present_here": tr("slide show projector beamer audience"),
        "console": tr("presenter view speaker notes timer"),
        "pointer": tr("laser highlight spotlight"),
        "narration": tr("speech voice speak TTS screen reader"),
        "train": tr("client coach patient trainer"),
        "photo": tr("picture image posture camera"),
        "recording": tr("mocap motion capture trc mot c3d OpenSim markers"),
        "lessons": tr("contents overview chapters"),
        "find": tr("search"),
        "glossary": tr("terms words dictionary"),
        "play": tr("start stop"),
        "recall": tr("flash cards quiz"),
        "sandbox": tr("try free play lab"),
        "edit_pose": tr("drag move joints"),
        "technique_map": tr("chart grid"),
        "export": tr("video gif png svg pdf image animation"),
        "copy_picture": tr("screenshot image clipboard"),
        "handout": tr("print printer pdf take home"),
        "bundle": tr("worksheet class students school"),
        "save_mine": tr("backup export move computer"),
        "bring_mine": tr("restore import backup move computer"),
        "save_data": tr("export table spreadsheet"),
        "health": tr("pain safety warning"),
        "about": tr("version information"),
        "licenses": tr("copyright credits open source"),
        "log_folder": tr("errors trouble report crash"),
        "open_pack": tr("import lessons of my own"),
        "page_the-model": tr("equations science manual"),
        "page_proof": tr("evidence validation accuracy"),
        "page_authors-guide": tr("author markdown create"),
    }
