"""Figures that say what a thing is like: «846 шақырымдық желі», "the 846-kilometre line"."""

from __future__ import annotations

from sverka.check.references import References
from sverka.check.scene import Scene
from sverka.languages.suffixes import forms
from sverka.model.figure import Figure
from sverka.model.quantity import Kind

# What one thing has so much of, and no other of its sort need have.
_OWN = frozenset(("length", "area", "power"))


def says_how_large(scene: Scene, references: References, figure: Figure, subject: str) -> bool:
    """The figure has the form of an adjective, and the noun behind it stands for the subject: «846 шақырымдық желі»."""
    index = scene.analysis.sentence_at(figure.span.start)
    _, after = scene.analysis.tokens_within(figure.span)
    if index is None or figure.kind is not Kind.LEVEL or figure.dimension not in _OWN:
        return False
    if after >= scene.sentence(index).last or not _is_adjective(scene, figure, after):
        return False
    known = (*scene.subjects(index), *references.referring[index])
    is_named = any(mention.name == subject and mention.first <= after < mention.last for mention in known)
    heads = references.heads_of.get(subject, frozenset())
    return is_named or not heads.isdisjoint(scene.analysis.lemmas(scene.analysis.tokens[after]))


def _is_adjective(scene: Scene, figure: Figure, after: int) -> bool:
    found = forms(scene.analysis.words[after - 1], scene.analysis.language)
    return figure.rule == "compound adjective" or any(form.derived and not form.case for form in found)
