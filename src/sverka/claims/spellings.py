"""Words that people write for a scale, a unit or a dimension, and what the language calls it."""

from __future__ import annotations

SPELT_KEYWORDS = {
    "source": "источник origin",
    "entity": "subject object субъект объект сущность company organisation organization",
    "metric": "measure indicator метрика показатель",
    "table": "таблица csv",
    "check": "проверка проверить assert",
    "accept": "ignore allow принять",
}
SPELT_MARKS = {
    "target": "goal aim цель план-цель",
    "forecast": "prognosis projection projected expected прогноз",
    "plan": "planned план",
    "actual": "fact факт",
    "ytd": "YTD",
    "vs": "versus against к",
    "or": "или либо немесе yaxud və-ya",
    "warn": "warning warnings Warn WARN",
}
SPELT_RELATIONS = {
    "=": """is are equals was reached totalled stood_at amounted_to составил составила составило
      достиг достигла достигло -> => →""",
    "~": "about around approximately approx circa около примерно порядка приблизительно",
    ">": "over above more exceeded topped превысил превысила превысило свыше более больше",
    "<": "under below less менее меньше",
    ">=": "at-least не-менее от min",
    "<=": "up-to не-более до max",
}
# Words for a rise and for a fall in front of how much; `~` stands for any ending.
SPELT_SIGNS = {
    "+": "up rise~ rose grew growth increase~ gain~ plus рост прирост вырос~ увелич~ плюс өс~ арт~ art~ yüksəl~",
    "-": "down fall~ fell drop~ decreas~ declin~ minus снижение сниз~ упал~ падение сократ~ минус төменде~ азай~ azal~",
}
SPELT_MULTIPLES = {
    "x2": "doubled twofold вдвое удвоил~ вырос_вдвое",
    "x3": "tripled trebled threefold втрое утроил~ вырос_втрое",
}
SPELT_ROLES = {
    "subject": "country region entity company страна регион субъект область организация ел өңір ölkə",
    "metric": "indicator measure показатель индикатор көрсеткіш göstərici",
    "period": "year date month quarter time год дата период месяц квартал жыл il",
    "status": "kind type статус",
    "value": "amount number figure значение сумма количество мән dəyər",
    "unit": "units measurement единица ед",
}
SPELT_SCALES = {
    "k": "K thousand thsd тыс",
    "M": "m MM mn mln mio million millions млн миллион",
    "bn": "b B bln mrd milliard billion billions млрд миллиард",
    "tn": "T trn trillion trillions трлн триллион",
}
# What may be meant for several units: nothing is put in its place.
UNCLEAR_UNITS = {
    "mt MT": "write t for tonnes, Mt for millions of tonnes",
    "ton tons": "write t for tonnes of 1000 kg, short_ton or long_ton for the tons of 907 and 1016 kg",
    "mbpd mb/d": "write kbbl/day for thousands of barrels a day, Mbbl/day for millions",
}
SPELT_UNITS = {
    "t": "tonne tonnes тонн тонна т",
    "MW": "MWt",
    "kWh": "kwh KWh кВтч квтч",
    "MWh": "МВтч",
    "GWh": "ГВтч",
    "TWh": "ТВтч",
    "km/h": "kmh kph км/ч",
    "bbl/day": "bpd b/d",
    "bcm/yr": "bcma",
    "m/s": "м/с",
    "kg": "kilogram kilograms kilo кг",
    "km": "kilometre kilometres kilometer kilometers км",
    "m": "metre metres meter meters м",
    "m3": "m³ м3 м³",
    "m2": "m² м2 м² sqm sq.m",
    "km2": "km² км2 sqkm sq.km кв.км",
    "ha": "hectare hectares га",
    "t/yr": "tpa т/год",
    "bbl": "barrel barrels барр баррель баррелей",
    "kbbl/day": "kbd kbpd kb/d kbopd тыс.барр/сут",
    "USD": "dollar dollars US$ доллар долларов долл usd",
    "EUR": "euro euros евро eur",
    "KZT": "tenge тенге kzt",
    "RUB": "rouble roubles ruble rubles руб рублей RUR rub",
    "AZN": "manat манат azn",
    "%": "проц pct percent per-cent percents процент процентов",
    "pp": "p.p points percentage-points пп п.п",
    "day": "days d дней день сут",
    "week": "weeks нед",
    "month": "months mo мес",
    "year": "years yr y лет год",
    "hour": "hours h hr ч",
    "min": "minute minutes мин",
    "s": "second seconds sec сек",
    "TEU": "teu teus",
    "x": "times",
    "degC": "C celsius °C",
    "Mt/yr": "Mtpa mtpa Mt/year Mt/y Mt/a",
}
SPELT_DIMENSIONS = {
    "mass": "weight tonnage cargo масса вес",
    "share": "percent percentage ratio-in-percent доля процент",
    "count": "number amount quantity people integer количество число",
    "money": "currency cost price деньги сумма",
    "length": "distance длина расстояние",
    "area": "площадь",
    "volume": "объём объем",
    "duration": "срок длительность",
    "ordinal": "rank place место",
    "date": "day when дата день",
    "power": "мощность",
    "speed": "скорость",
    "temperature": "температура",
}
