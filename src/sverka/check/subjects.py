"""The subjects that the text may mean by a figure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sverka.check.bearing import Bearing, Relevant, bearing, last_named
from sverka.check.labels import has_unknown_label
from sverka.check.mentions import Mention
from sverka.check.nesting import Nest, without_owners
from sverka.check.references import References
from sverka.check.rivals import unknown_capital
from sverka.check.scene import Scene
from sverka.check.standing import is_named_behind
from sverka.check.strangers import may_open_with_name, strangers, takes_over
from sverka.check.topics import is_inflected, is_unknown_phrase, light_words, subject_phrase
from sverka.check.wider import turns_away
from sverka.languages import morphology
from sverka.languages.calendar import calendar
from sverka.languages.intent import shows_intent
from sverka.languages.suffixes import forms
from sverka.model.figure import Figure, Scope
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.text import rows

# Whether the claims have a metric, the second, for a subject, the first.
Owns = Callable[[str, str], bool]


def subject_bearings(
    scene: Scene, references: References, figure: Figure, index: int, relevant: Relevant, owns: Owns, nest: Nest
) -> tuple[Bearing, ...]:
    """The subjects of a figure, from the strongest kind of evidence that there is.

    A name in the figure's own clause leaves no room for one carried over from elsewhere. `owns` tells whether a
    subject has a metric in the claims, `nest` which subject is part of which.
    """
    clause = scene.clause_of(index, figure.span)
    columns = _of_column(scene, figure, index)
    if columns is not None:
        return tuple(bearing(figure, mention, 2, Scope.HEADING) for mention in columns if relevant(mention.name))
    named = [m for m in scene.subjects(index) if relevant(m.name) and not _is_in_metric(scene, index, m, owns)]
    known = [mention for mention in named if not _is_of_stranger(scene, references, figure, index, mention)]
    others = (_is_behind_another, _is_partner)
    known = [mention for mention in known if not any(rule(scene, figure, index, mention) for rule in others)]
    tellers = [mention for mention in known if _only_tells(scene, figure, index, mention, owns)]
    if len(tellers) == len(known):
        named = known = []
    is_elsewhere = len(known) < len(named) and not known  # «в Сербии экспорт мёда»: nor is any that was named before
    named = without_owners(scene, known, nest)
    if named and all(_is_of_later(scene, figure, index, mention) for mention in named):
        is_carried = any(_carried(scene, references, figure, index, relevant))
        named = [] if is_carried or all(is_of_base(scene, index, figure, mention) for mention in named) else named
    before = (each for each in references.referring[index] if each.span.end <= figure.span.start)
    if not named and any(_is_owner_of_name(scene, index, each) for each in before):  # "its rival Bereke has 90"
        return ()
    referring = [m for m in references.referring[index] if relevant(m.name) and not _is_owner_of_name(scene, index, m)]
    shared = [mention for mention in referring if mention.how == "shared country"]
    if shared:
        twice = {mention.name for mention in shared}
        named = sorted((m for m in (*named, *shared) if m in shared or m.name not in twice), key=lambda m: m.first)
    own = [mention for mention in named if mention.span.overlaps(clause)]
    if own:
        return tuple(bearing(figure, mention, 0, Scope.CLAUSE) for mention in _paired(scene, figure, index, own))
    found = [bearing(figure, m, 1, Scope.CLAUSE) for m in referring if m.span.overlaps(clause)]
    if named:
        found += [bearing(figure, m, 2, Scope.SENTENCE) for m in _paired(scene, figure, index, named)]
    found += [bearing(figure, m, 3, Scope.SENTENCE) for m in referring if not m.span.overlaps(clause)]
    is_elsewhere = is_elsewhere or (not tellers and _is_of_another_known(scene, figure, index, relevant))
    return tuple(found) or (() if is_elsewhere else tuple(_carried(scene, references, figure, index, relevant)))


def _of_column(scene: Scene, figure: Figure, index: int) -> tuple[Mention, ...] | None:
    """«Көрсеткіш | Алатау | Көктерек»: the subjects of a figure's column, in a table that has one or more subjects over
    its columns and none beside its lines; none over a column of something unknown."""
    over = scene.cell_over(index, figure)
    if over is None or scene.subjects(index):
        return None
    header, cell = over
    named = scene.subjects(header)
    first = rows.cells_of(scene.analysis, header)[0]
    heads = [mention for mention in named if not mention.span.overlaps(first)]
    return tuple(mention for mention in heads if mention.span.overlaps(cell)) if heads else None


def _is_behind_another(scene: Scene, figure: Figure, index: int, mention: Mention) -> bool:
    """ "A portfolio that includes four aircraft flown by Heron Air": in a language with articles, who did something to
    the things that another, unknown, has."""
    if not scene.words.articles or mention.span.start < figure.span.end or mention.first == scene.sentence(index).first:
        return False
    phrase = subject_phrase(scene, index, Span(scene.clause_of(index, figure.span).start, figure.span.start))
    is_done_by = scene.analysis.words[mention.first - 1] in scene.words.doers
    return is_done_by and phrase is not None and is_unknown_phrase(scene, index, phrase)


def _is_partner(scene: Scene, figure: Figure, index: int, mention: Mention) -> bool:
    """ "Its trade with Georgia": in a language with articles, what is measured belongs to the one named before it."""
    words, lead = scene.analysis.words, mention.first - 1
    if not scene.words.articles or lead <= scene.sentence(index).first or mention.span.start > figure.span.start:
        return False
    if words[lead] not in scene.words.ways | scene.words.partners:
        return False
    measured = (
        metric for metric in scene.metrics(index) if metric.last == lead and metric.first > scene.sentence(index).first
    )
    owners = (words[metric.first - 1] for metric in measured)
    return any(owner in scene.words.possessives or owner.endswith("'s") for owner in owners)


def _is_of_another_known(scene: Scene, figure: Figure, index: int, relevant: Relevant) -> bool:
    """ "Armenia took 900 tonnes": in a language with articles, the sentence is about a subject that the claims know,
    and that has nothing measured as the figure is."""
    if not scene.words.articles:
        return False
    clause, sentence = scene.clause_of(index, figure.span), scene.sentence(index).span
    phrase = subject_phrase(scene, index, clause) or subject_phrase(scene, index, sentence)
    named = (m for m in scene.subjects(index) if not relevant(m.name)) if phrase is not None else ()
    return phrase is not None and any(mention.first <= phrase.head < mention.last for mention in named)


def _only_tells(scene: Scene, figure: Figure, index: int, mention: Mention, owns: Owns) -> bool:
    """ "The central bank expects inflation of 5%": a body that acts for others, and has none of what is measured, tells
    what it expects of them."""
    words, at = scene.words, mention.last
    if not words.articles or mention.span.end > figure.span.start or at >= scene.sentence(index).last:
        return False
    named = [metric for metric in scene.metrics(index) if metric.span.start >= mention.span.end]
    if not named or any(owns(mention.name, metric.name) for metric in named):
        return False
    said = scene.analysis.lemmas(scene.analysis.tokens[at])
    is_told = bool(said & calendar(scene.analysis.language).reports) or any(
        shows_intent(lemma, scene.analysis.language) for lemma in said
    )
    return is_told and not scene.lemmas_of(mention.span).isdisjoint(words.agents)


def _is_owner_of_name(scene: Scene, index: int, pronoun: Mention) -> bool:
    """ "Its smaller rival Baltjet flew": a pronoun that leads to a name is not what the sentence is about."""
    if pronoun.how != "pronoun" or not scene.words.articles:
        return False
    words = scene.analysis.words[pronoun.first : pronoun.last]
    if scene.words.possessives.isdisjoint(words):
        return False
    names = {mention.first for mention in scene.subjects(index)} | set(strangers(scene, index))
    behind = range(pronoun.last, min(pronoun.last + OWNED, scene.sentence(index).last))
    return any(at in names for at in behind)


# How many words behind "its" the name of what it owns may stand.
OWNED = 4


def _is_of_stranger(scene: Scene, references: References, figure: Figure, index: int, mention: Mention) -> bool:
    """The name is that of a stranger's thing, or, behind the figure, of what follows where a stranger stands ahead."""
    tokens = scene.analysis.tokens
    ahead = [position for position in strangers(scene, index) if tokens[position].start < figure.span.start]
    if mention.span.start >= figure.span.end and ahead:
        return True
    return is_strangers(scene, references, index, mention)


def is_strangers(scene: Scene, references: References, index: int, mention: Mention) -> bool:
    """A common noun that some claims know stands by a name that none do: «в Шымкенте метро…», "Poti's port"."""
    tokens, words = scene.analysis.tokens, scene.analysis.words
    named = range(mention.first + (words[mention.first] in scene.words.articles), mention.last)
    if any(tokens[at].is_capitalised for at in named):
        return False
    rules = (_is_of_another_kind, _is_of_another_name, _is_of_last_stranger)
    if any(rule(scene, references, index, mention) for rule in rules):
        return True
    clause = scene.clause_of(index, mention.span)
    own = references.places_of.get(mention.name, frozenset())
    foreign = any(
        code not in own
        for position, code in scene.countries(index)
        if clause.start <= tokens[position].start < clause.end and not scene.in_figure(index, tokens[position])
    )
    near = [position for position in strangers(scene, index) if clause.start <= tokens[position].start < clause.end]
    return foreign or bool(near) or may_open_with_name(scene, index)


def _is_of_later(scene: Scene, figure: Figure, index: int, mention: Mention) -> bool:
    """The name belongs to another number: "revenue was $930 million, a third of the 2.7 billion in revenue reported by
    the holding"."""
    if is_of_base(scene, index, figure, mention):
        return True
    metrics = scene.metrics(index)
    between = [m for m in metrics if figure.span.end <= m.span.start and m.span.end <= mention.span.start]
    peers = [
        peer
        for peer in scene.figures_by_sentence[index]
        if peer.dimension == figure.dimension and figure.span.end <= peer.span.start < mention.span.start
    ]
    return bool(between) and bool(peers) and any(m.span.end <= figure.span.start for m in metrics)


def is_of_base(scene: Scene, index: int, figure: Figure, mention: Mention) -> bool:
    """The name belongs to what a figure is compared with: "4.8%, against 4.6% for Kazakhstan"."""
    bases = (peer for peer in scene.figures_by_sentence[index] if peer.is_base and peer.span.start >= figure.span.end)
    return any(
        peer.span.end <= mention.span.start
        and is_named_behind(scene, index, peer)
        and not any(
            other.span.start < mention.span.start
            for other in scene.figures_by_sentence[index]
            if other.span.start > peer.span.start
        )
        for peer in bases
    )


def _is_of_another_kind(scene: Scene, references: References, index: int, mention: Mention) -> bool:
    """ "The local elections": the one word that is left of a longer name, with a word before it that says which."""
    own = references.words_of.get(mention.name, frozenset())
    first = scene.sentence(index).first
    if mention.last - mention.first > 1 or mention.first == first:
        return False
    token = scene.analysis.tokens[mention.first - 1]
    if mention.first - 2 > first and scene.analysis.words[mention.first - 2] == "-":
        return token.is_word and not scene.words.articles.isdisjoint(scene.words.indefinite)  # "low-alcohol beer"
    is_own = bool(scene.analysis.lemmas(token) & (own | scene.words.neutral | scene.words.generic))
    if not token.is_word or is_own or scene.is_familiar(index, mention.first - 1):
        return False
    if morphology.tells_forms(scene.analysis.language):
        reading = morphology.readings(token.text, scene.analysis.language)[0]
        return reading.pos == "adjective" and reading.form is None
    return False if scene.is_verb_last else token.text.endswith(_ADJECTIVES)


def _is_of_another_name(scene: Scene, references: References, index: int, mention: Mention) -> bool:
    """«Анкара метросы», «ет зауыты»: where the noun that a bare one belongs to stands before it, an unknown one makes
    of it another thing."""
    if not scene.is_verb_last or mention.first == scene.sentence(index).first:
        return False
    position, language = mention.first - 1, scene.analysis.language
    token = scene.analysis.tokens[position]
    if not token.is_word or scene.is_familiar(index, position) or scene.in_figure(index, token):
        return False
    words = scene.words
    own = references.words_of.get(mention.name, frozenset())
    light = own | light_words(scene) | words.plain | words.neutral | words.naming | words.postpositions
    if not scene.analysis.lemmas(token).isdisjoint(light) or scene.analysis.words[position] in calendar(language).words:
        return False
    is_name = token.is_capitalised and position > scene.sentence(index).first
    is_bare = is_name or not is_inflected(scene, token)
    return is_bare and any(form.possessive for form in forms(scene.analysis.words[mention.last - 1], language))


def _is_of_last_stranger(scene: Scene, references: References, index: int, mention: Mention) -> bool:
    """«Bereke Finance 40 филиал ашты. Банк былтыр…»: a common noun stands for the name that the paragraph brought up
    last, and that is an unknown one."""
    if scene.words.articles:
        return _is_of_last_named(scene, references, index, mention)
    if not scene.is_verb_last:
        return False
    for earlier in scene.earlier_in_passage(index, REACH):
        named = [one for one in scene.subjects(earlier) if one.name == mention.name]
        if any(token.is_capitalised for one in named for token in scene.analysis.tokens[one.first : one.last]):
            return False
        if strangers(scene, earlier):
            return True
        if named:
            return False
    return False


def _is_of_last_named(scene: Scene, references: References, index: int, mention: Mention) -> bool:
    """ "The Tashkent metro grew. The metro carried…": where a name stood before the noun last, it was another's."""
    tokens, noun = scene.analysis.tokens, scene.analysis.lemmas(scene.analysis.tokens[mention.last - 1])
    first = mention.first + (scene.analysis.words[mention.first] in scene.words.articles)
    if mention.last - first > 1:
        return False  # "the World Bank… the central bank"
    own = references.words_of.get(mention.name, frozenset())
    for earlier in range(index - 1, -1, -1):
        for at in range(scene.sentence(earlier).first + 1, scene.sentence(earlier).last):
            if not tokens[at].is_word or noun.isdisjoint(scene.analysis.lemmas(tokens[at])):
                continue
            before = tokens[at - 1]
            if any(one.first <= at - 1 < one.last for one in scene.subjects(earlier)):
                return False
            if before.is_word and before.is_capitalised and at - 1 > scene.sentence(earlier).first:
                return scene.analysis.lemmas(before).isdisjoint(own)
    return False


def _is_in_metric(scene: Scene, index: int, mention: Mention, owns: Owns) -> bool:
    """The name is part of what is measured of something else, and not its owner: "the Kazakh share". In «партия
    гуманитарной помощи» it is the owner: the claims have the metric for it."""
    around = [m for m in scene.metrics(index) if m.span.covers(mention.span) and m.span != mention.span]
    return bool(around) and not any(owns(mention.name, metric.name) for metric in around)


# How English adjectives end that say of which sort something is: "local", "federal", "municipal", "domestic".
_ADJECTIVES = ("al", "ic", "ary", "ory", "ian", "ish", "ese", "able", "ive")
# How many sentences back a paragraph's subject may have been named, where the metric is named anew.
REACH = 6
# An interview is about one thing for longer.
SPOKEN_REACH = 30


def _carried(scene: Scene, references: References, figure: Figure, index: int, relevant: Relevant) -> Iterator[Bearing]:
    """The subject that the paragraph spoke of last, or that of its heading, where the figure's sentence names none."""
    if figure.kind in (Kind.DATE, Kind.PERIOD) and scene.question_of(index) is None:
        return
    for earlier in scene.earlier_in_passage(index, SPOKEN_REACH if scene.is_spoken(index) else REACH):
        found = [m for m in references.active[earlier] if relevant(m.name) and m.how != "both countries"]
        if found:
            if scene.subjects(earlier) and all(mention.how == "pronoun" for mention in found):
                return  # "Its rival Norvane flew 4 million": of that one nothing is known
            yield from (bearing(figure, mention, 4, Scope.EARLIER) for mention in found)
            return
        if turns_away(scene, earlier):
            return
    if scene.is_data(index) and has_unknown_label(scene, index, figure):
        return
    for heading in scene.leads_of(index):
        found = [m for m in scene.subjects(heading) if relevant(m.name) and not _is_out(scene, references, heading, m)]
        if found:
            yield from (bearing(figure, mention, 5, Scope.HEADING) for mention in found)
            return
        if scene.subjects(heading) or scene.countries(heading):
            return
    in_section = tuple(_of_section(scene, references, figure, index, relevant))
    yield from in_section
    if in_section:
        return
    main = tuple(_main_pair(scene, references, figure, relevant))
    yield from main or _of_text(scene, references, figure, index, relevant)


def _of_text(scene: Scene, references: References, figure: Figure, index: int, relevant: Relevant) -> Iterator[Bearing]:
    """In a language whose verbs come last: the subject that the text is about, where the paragraph names none: the one
    spoken of last, unless the text has turned away from it since; then the one of its first sentences, in a paragraph
    that has not turned away."""
    if not scene.is_verb_last or scene.is_data(index) or scene.is_heading(index):
        return
    block, is_away = scene.sentence(index).block, False
    for earlier in range(index - 1, -1, -1):
        found = [mention for mention in references.active[earlier] if relevant(mention.name)]
        if found and (not is_away or _is_lead(scene, earlier)):
            yield from (bearing(figure, mention, 5, Scope.DOCUMENT) for mention in found)
            return
        if turns_away(scene, earlier) or _names_another_country(scene, references, earlier):
            is_away = True
            if scene.sentence(earlier).block == block:
                return


# The first sentences of a text, its headline among them, say what it is about.
LEAD = 3


def _is_lead(scene: Scene, index: int) -> bool:
    return index < LEAD


def _names_another_country(scene: Scene, references: References, index: int) -> bool:
    """A sentence names no known subject, but a country."""
    if scene.subjects(index):
        return False
    return any(not scene.is_known(index, position) for position, _ in scene.countries(index))


def _is_out(scene: Scene, references: References, index: int, mention: Mention) -> bool:
    """In a language with articles: a common noun in a heading is another's: "Tashkent opens a metro line"."""
    return bool(scene.words.articles) and is_strangers(scene, references, index, mention)


def _of_section(
    scene: Scene, references: References, figure: Figure, index: int, relevant: Relevant
) -> Iterator[Bearing]:
    """The subject of a heading further up, while the text speaks of no other and the sentence of nothing unknown."""
    until = scene.clause_of(index, figure.span).end
    if scene.is_data(index) or unknown_capital(scene, index, until) is not None:
        return
    if any(takes_over(scene, earlier) for earlier in scene.earlier_in_passage(index, REACH)):
        return
    for heading in scene.section_of(index):
        found = [m for m in scene.subjects(heading) if relevant(m.name) and not _is_out(scene, references, heading, m)]
        if found:
            spoken_of = next((references.active[at] for at in range(index - 1, -1, -1) if references.active[at]), ())
            focus = {mention.name for mention in spoken_of}
            yield from (bearing(figure, mention, 5, Scope.HEADING) for mention in found if mention.name in focus)
            return


def _main_pair(scene: Scene, references: References, figure: Figure, relevant: Relevant) -> Iterator[Bearing]:
    """A document that speaks of two countries more than of any other means their trade by "trade"."""
    for name in sorted(references.pairs.get(scene.main_pair or frozenset(), ())):
        first = next((m for index in range(len(scene.mentions)) for m in scene.subjects(index) if m.name == name), None)
        if first is not None and relevant(name):
            yield bearing(figure, first, 5, Scope.DOCUMENT)


def _paired(scene: Scene, figure: Figure, index: int, named: Sequence[Mention]) -> Sequence[Mention]:
    """Of several subjects in one sentence the figure's own: in order where the text says so, else the nearest.

    Names mostly lead up to their figures; where the first figure stands before the first name, they follow them.
    """
    if len({mention.name for mention in named}) < 2:
        return named
    peers = [peer for peer in scene.figures_by_sentence[index] if peer.dimension == figure.dimension]
    in_order = _in_order(scene, figure, index, named, peers)
    if in_order is not None:
        return [in_order]
    following = [mention for mention in named if mention.span.start >= figure.span.end]
    leading = [mention for mention in named if mention.span.end <= figure.span.start]
    if figure.dimension == "ordinal" and following:
        return following[:1]
    if leading and peers[0].span.start > named[0].span.start:
        return last_named(leading)
    return following[:1] or last_named(leading) or named


def _in_order(
    scene: Scene, figure: Figure, index: int, named: Sequence[Mention], peers: Sequence[Figure]
) -> Mention | None:
    """The n-th name for the n-th figure where the sentence says "respectively"."""
    tokens = scene.analysis.tokens_of(scene.sentence(index))
    if not any(morphology.fold(token.text) in scene.words.respectively for token in tokens):
        return None
    return named[peers.index(figure)] if len(named) == len(peers) and figure in peers else None
