"""What `run.py` says of the commands, while it sets up and where it cannot, in French and in English; and how it reads what it is asked.

The standard library only, in syntax old enough for an old Python to read that it is too old.
"""

from typing import Dict, List, Optional, Tuple

WORDS: Dict[str, Tuple[str, str]] = {  # id: (French, English)
    "usage": ("{python} run.py COMMANDE", "{python} run.py COMMAND"),
    "usage-more": (
        "{python} run.py COMMANDE --help dit la suite. Partout : --lang fr|en ; sans réseau : --wheelhouse DOSSIER (docs/installing.md).",
        "{python} run.py COMMAND --help says more. Everywhere: --lang fr|en; with no network: --wheelhouse FOLDER (docs/installing.md).",
    ),
    "unknown": ("« {what} » n’est pas une commande.", "“{what}” is not a command."),
    "option": (
        "{command} : « {what} » n’est pas une option. Il y a : {known}",
        "{command}: “{what}” is not an option. There are: {known}",
    ),
    "no-value": ("{command} : il manque quelque chose après {what}.", "{command}: something is missing after {what}."),
    "no-option": ("{command} : que faut-il faire ? Il y a : {known}", "{command}: what is to be done? There are: {known}"),
    "no-folder": ("--wheelhouse attend un dossier qui existe, pas : {what}", "--wheelhouse wants a folder that exists, not: {what}"),
    "old-python": (
        "Python {found} est trop ancien. À faire : installer Python 3.11 ou plus récent (python.org, sans administrateur), puis relancer.",
        "Python {found} is too old. What to do: install Python 3.11 or later (python.org, no administrator needed), then start again.",
    ),
    "no-venv": (
        "Il manque à ce Python venv ou ensurepip. À faire : installer python3-venv (Debian, Ubuntu), ou prendre Python sur python.org.",
        "This Python lacks venv or ensurepip. To do: have python3-venv installed (Debian, Ubuntu), or take Python from python.org.",
    ),
    "setting-up": ("Mise en route, une seule fois : {count} paquets, {size} Mo.", "Setting up, this once: {count} packages, {size} MB."),
    "updating": ("Mise à jour : {count} paquets à vérifier.", "Updating: {count} packages to check."),
    "again": ("L’environnement est incomplet, ou d’un autre Python : on le refait.", "Incomplete, or another Python’s: making it anew."),
    "waiting": ("Une autre fenêtre prépare déjà l’environnement : j’attends…", "Another window is already setting up: waiting…"),
    "making": ("création de l’environnement", "making the environment"),
    "writing": ("écriture sur le disque (le plus long)", "writing to the disk (the longest part)"),
    "ready": ("Prêt en {seconds:.0f} s.", "Ready in {seconds:.0f} s."),
    "no-network": (
        "Le réseau ne répond pas ; rien n’est perdu. À faire : vérifier la connexion ou le proxy (HTTPS_PROXY), puis relancer.\n"
        "Sans réseau du tout : --wheelhouse DOSSIER (docs/installing.md).",
        "The network does not answer; nothing is lost. What to do: check the connection or the proxy (HTTPS_PROXY), then start again.\n"
        "With no network at all: --wheelhouse FOLDER (docs/installing.md).",
    ),
    "certificate": (
        "Ce système ne connaît pas le certificat du réseau.\nÀ faire : le demander à qui gère le réseau, le donner dans PIP_CERT.",
        "This system does not know the network’s certificate.\nWhat to do: ask whoever runs the network, or give its file in PIP_CERT.",
    ),
    "not-in-wheelhouse": (
        "Un paquet manque dans {what}, ou est d’un autre système ou Python.\nÀ faire : le remplir à nouveau (docs/installing.md).",
        "A package is missing from {what}, or is another system’s or Python’s.\nWhat to do: fill it again (docs/installing.md).",
    ),
    "hash": (
        "Un paquet reçu n’est pas celui qui était attendu ; il n’a pas été installé.\nÀ faire : relancer, puis prévenir si cela continue.",
        "A package is not the one expected; it was not installed.\nWhat to do: start again, and tell whoever gave you this if it goes on.",
    ),
    "no-disk": (
        "Plus assez de place : il faut {size} Mo, il reste {free} Mo. Rien n’est perdu.\nÀ faire : libérer de la place, puis relancer.",
        "Not enough room: {size} MB are needed, {free} MB are left. Nothing is lost.\nWhat to do: free some room, then start again.",
    ),
    "read-only": (
        "Impossible d’écrire ici : {what}\nÀ faire : copier tout le dossier là où l’on peut écrire, puis relancer.",
        "This place cannot be written to: {what}\nWhat to do: copy the whole folder to where you may write, then start again.",
    ),
    "in-use": (
        "L’ancien environnement est encore utilisé : {what}\nÀ faire : fermer le jeu et les autres fenêtres, puis relancer.",
        "The old environment is still in use: {what}\nWhat to do: close the game and other windows, then start again.",
    ),
    "failed": ("La mise en route a échoué ; tout est écrit dans {log}", "Setting up failed; everything is written in {log}"),
    "no-oracle": (
        "Les références à compiler manquent (requirements/oracles.txt) : leurs tests seront laissés de côté. Voir {log}",
        "References that must be compiled are missing (requirements/oracles.txt): their tests will be left out. See {log}",
    ),
    "stopped": ("Arrêté.", "Stopped."),
}

COMMANDS: Dict[str, Tuple[str, str]] = {  # in the order they are told
    "play": ("Jouer. Aussi en classe (--class) et sans fenêtre (--text).", "Play. Also in class (--class) and with no window (--text)."),
    "demo": (
        "Tout le parcours sans écran, une image par étape (--out DOSSIER).",
        "The whole path with no screen, a picture a step (--out DIR).",
    ),
    "serve": ("Le service d’entraînement seul, sur cette machine.", "The training service alone, on this machine."),
    "teacher": ("Le dossier de l’enseignant, à imprimer (--out DOSSIER).", "The teacher’s pack, to print (--out DIR)."),
    "check": ("Écrire : chaque faute, avec le fichier, la ligne et que faire.", "Writing: each fault, with file, line and what to do."),
    "prove": ("Écrire : d’où que l’on soit, une fin reste possible.", "Writing: from everywhere, an ending stays possible."),
    "bots": ("Écrire : des joueurs automatiques, et ce qu’ils trouvent.", "Writing: automatic players, and what they find."),
    "graph": ("Écrire : l’histoire dessinée sur une page.", "Writing: the story drawn on a page."),
    "walk": ("Écrire : rejouer des parcours écrits, et les raconter.", "Writing: play written paths again, and tell them."),
    "translate": ("Écrire : préparer, mettre à jour et compter les traductions.", "Writing: prepare, update and count translations."),
    "schema": ("Écrire : ce qui aide un éditeur à compléter et à souligner.", "Writing: what lets an editor complete and underline."),
    "test": (
        "Toutes les vérifications et tous les tests (--deep : les plus longs aussi ; le reste va à pytest).",
        "Every check and every test (--deep: the longest too; anything else goes to pytest).",
    ),
    "bench": (
        "Les mesures, en un tableau ; ou seulement celles que l’on nomme.",
        "What is measured, as a table; or only the measures named.",
    ),
    "art": (
        "Les dessins : --out DOSSIER les montre, --bake refait ce qui a changé (--episode DOSSIER, --all), --mockups DOSSIER.",
        "The drawings: --out DIR shows them, --bake draws what changed (--episode FOLDER, --all), --mockups DIR.",
    ),
    "sound": (
        "Les sons : --out DOSSIER les montre, --bake refait ce qui a changé (--all, --only ID).",
        "The sounds: --out DIR shows them, --bake renders what changed (--all, --only ID).",
    ),
}

OPTIONS: Dict[str, Dict[str, bool]] = {  # option → whether something must follow it
    "art": {"--out": True, "--bake": False, "--mockups": True, "--episode": True, "--all": False},
    "sound": {"--out": True, "--bake": False, "--all": False, "--only": True},
}


def option(arguments: List[str], name: str) -> Tuple[List[str], Optional[str]]:
    """Take `name VALUE` or `name=VALUE` out of the arguments."""
    for at, argument in enumerate(arguments):
        if argument == name:
            return arguments[:at] + arguments[at + 2 :], "".join(arguments[at + 1 : at + 2])
        if argument.startswith(name + "="):
            return arguments[:at] + arguments[at + 1 :], argument[len(name) + 1 :]
    return arguments, None


def refused(command: str, rest: List[str]) -> Optional[Tuple[str, Dict[str, str]]]:
    """Why the arguments of a command of `OPTIONS` cannot be meant: an id of `WORDS` and what fills its blanks; None if they can."""
    options = OPTIONS.get(command)
    if options is None:
        return None
    blanks = {"command": command, "known": " ".join(options)}
    if not rest:
        return "no-option", blanks
    for at, argument in enumerate(rest):
        name, _, value = argument.partition("=")
        if name.startswith("-"):
            if name not in options:
                return "option", dict(blanks, what=name)
            if options[name] and not value and (at + 1 == len(rest) or rest[at + 1].startswith("-")):
                return "no-value", dict(blanks, what=name)
    return None
