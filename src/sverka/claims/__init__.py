"""The claims language: what analysts write, made into assertions, with every mistake placed and explained."""

from sverka.claims.load import load_claims, parse_claims
from sverka.claims.output import to_json_objects, to_table
from sverka.claims.show import format_problem

__all__ = ["format_problem", "load_claims", "parse_claims", "to_json_objects", "to_table"]
