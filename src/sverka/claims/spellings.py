"""Words that people write for a scale, a unit or a dimension, and what the language calls it."""

from __future__ import annotations

SPELT_SCALES = {
    "k": "K thousand thsd тыс",
    "M": "m MM mn mln mio million millions млн миллион",
    "bn": "b B bln billion billions млрд миллиард",
    "tn": "T trn trillion trillions трлн триллион",
}
SPELT_UNITS = {
    "t": "ton tons tonne tonnes тонн тонна т",
    "Mt": "mt MT",
    "kg": "kilogram kilograms kilo кг",
    "km": "kilometre kilometres kilometer kilometers км",
    "m": "metre metres meter meters м",
    "m3": "m³ м3 м³",
    "m2": "m² м2 м²",
    "km2": "km² км2 sqkm",
    "ha": "hectare hectares га",
    "bbl": "barrel barrels баррель баррелей",
    "USD": "dollar dollars US$ доллар долларов долл usd",
    "EUR": "euro euros евро eur",
    "KZT": "tenge тенге kzt",
    "RUB": "rouble roubles ruble rubles руб рублей RUR rub",
    "AZN": "manat манат azn",
    "%": "percent per-cent percents процент процентов",
    "pp": "p.p p.p. points percentage-points пп п.п",
    "day": "days d дней день",
    "week": "weeks",
    "month": "months mo",
    "year": "years yr y лет год",
    "hour": "hours h hr",
    "min": "minute minutes",
    "s": "second seconds sec",
    "TEU": "teu teus",
    "x": "times",
    "degC": "C celsius °C",
    "Mt/yr": "Mtpa mtpa Mt/year Mt/y Mt/a",
}
SPELT_DIMENSIONS = {
    "mass": "weight tonnage cargo",
    "share": "percent percentage ratio-in-percent",
    "count": "number amount quantity people integer",
    "money": "currency cost price",
    "length": "distance",
    "ordinal": "rank place",
    "date": "day when",
}
