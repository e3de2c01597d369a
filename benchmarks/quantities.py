"""How well amounts are found: `python benchmarks/quantities.py CORPORA`.

Exact: an expected amount counts if one with the same characters (white space aside) and the same value is found. Cents and
pence are compared as hundredths of their currency. A bare unit without a number (`dollars`, `%`) is no amount and is left out.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from newsparse.analysis.quantities import find_quantities

SUBUNITS = ("Cent", "Pence")


def wanted_value(span: dict[str, str]) -> float | None:
    if span["value"] in (None, "null"):
        return None
    value = float(span["value"].rstrip("%"))
    return value / 100 if span.get("unit") in SUBUNITS else value


def main(corpora: Path) -> None:
    for name, kind in (("currency", "money"), ("percent", "percent")):
        hits = wanted = extra = 0
        for line in (corpora / "domain" / f"recognizers_{name}.jsonl").read_text("utf-8").splitlines():
            record = json.loads(line)
            text = record["text"]
            found = {(one.text.strip(), round(one.value, 4)) for one in find_quantities(text) if one.kind == kind}
            gold = [
                (span["text"].strip(), round(value, 4))
                for span in record["spans"]
                if (value := wanted_value(span)) is not None
            ]
            wanted += len(gold)
            hits += sum(one in found for one in gold)
            extra += len(found - set(gold))
            if "--errors" in sys.argv and (set(gold) - found or found - set(gold)):
                print(f"  {text[:100]!r}: expected {gold}, found {sorted(found)}")
        print(f"{name}: {hits} of {wanted} exact ({hits / wanted:.3f}), {extra} others found")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
