"""Which language the window speaks, and Qt's dictionaries for it: ours and its own."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from hinge_tutor import shelf
from hinge_tutor.app.settings import Settings
from hinge_tutor.lessons.languages import ENGLISH, Language, languages, spoken
from hinge_tutor.located import AuthorErrors

FOLDER = "translations"
OURS, OF_QT = "hinge_tutor", "qtbase"
# The dictionaries that the application looks into; Qt keeps none of them alive.
_open: list[QTranslator] = []


def known_languages() -> tuple[Language, ...]:
    """Every language of the course; English alone where that cannot be read."""
    try:
        return languages()
    except (AuthorErrors, shelf.MissingFile):
        # What is wrong with the file is said where the course is opened.
        return (Language(ENGLISH, "English", True),)


def language_of(settings: Settings) -> str:
    """The language that was chosen, or else the system's own where the course has it."""
    return spoken(settings.language, QLocale.system().uiLanguages(), known_languages())


def speak(language: str) -> None:
    """From now on windows that are made speak this language; needs the application."""
    application = QCoreApplication.instance()
    assert application is not None, "there is nobody to speak before the application is made"
    while _open:
        application.removeTranslator(_open.pop())
    # Fields for numbers have the language's sign before decimals.
    QLocale.setDefault(QLocale(language))
    if language != ENGLISH:
        # The last one is asked first.
        for name, folder in ((OF_QT, _folder_of_qt()), (OURS, _folder())):
            translator = QTranslator()
            # Without its dictionary the window speaks English, and the lessons go on.
            if translator.load(f"{name}_{language}", folder):
                application.installTranslator(translator)
                _open.append(translator)


def _folder() -> str:
    try:
        return str(shelf.assets(FOLDER))
    except shelf.MissingFile:
        return ""


def _folder_of_qt() -> str:
    # A start in English has no need of it.
    from PySide6.QtCore import QLibraryInfo

    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
