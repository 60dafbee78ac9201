"""What `run.py` says while it sets up and where it cannot: each sentence in French and in English.

The standard library only, in syntax old enough for an old Python to read that it is too old.
"""

from typing import Dict, Tuple

WORDS: Dict[str, Tuple[str, str]] = {  # id: (French, English)
    "usage": (
        "{python} run.py play (jouer), demo, serve, check, teacher, prove, bots, graph, walk, schema, translate, "
        "test, bench, art, sound. Sans réseau : --wheelhouse DOSSIER (docs/installing.md).",
        "{python} run.py play, demo, serve, check, teacher, prove, bots, graph, walk, schema, translate, "
        "test, bench, art, sound. With no network: --wheelhouse FOLDER (docs/installing.md).",
    ),
    "unknown": ("« {what} » n’est pas une commande.", "“{what}” is not a command."),
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
