"""What a country asks: a log of questions and letters made of its own points, the same at every run.

A question is one to five words of a point: half of the questions in other forms, three in ten without Polish letters,
one in eight with a misspelling; six in ten ask about one day of now, the others about any day since 2010.

    {"q": "wycinka drzewa", "as_of": "2025-06-01", "office": "gmina-0017"}
"""

import datetime
import json
import random
import re
import unicodedata

import inflected
import points

COUNT, LETTERS = 20000, 1000
TODAY = "2025-06-01"
WORD = re.compile(r"[^\W\d_]+")
SMALL = set("i w z na do od o oraz lub we ze za po dla przez przy pod tym ich się jest a u ds".split())
PHRASES = [
    "Szanowni Państwo, zwracam się z uprzejmą prośbą o informację w sprawie", "Proszę o pilne załatwienie sprawy dotyczącej",
    "Mieszkam w tej gminie od wielu lat i nie wiem, do kogo się zwrócić w sprawie",
    "W załączeniu przesyłam dokumenty i proszę o odpowiedź na piśmie. Chodzi mi o",
    "Dzwoniłem już kilka razy do urzędu, ale nikt nie potrafił udzielić odpowiedzi dotyczącej",
    "Z poważaniem, mieszkaniec. Dodatkowo pytam o",
]


def plain(text):
    """Without Polish letters."""
    parts = unicodedata.normalize("NFD", text.replace("ł", "l").replace("Ł", "L"))
    return "".join(part for part in parts if not unicodedata.combining(part))


def misspelt(rng, word):
    if len(word) < 4:
        return word
    place, kind = rng.randrange(1, len(word) - 1), rng.random()
    if kind < 0.35:
        return word[:place] + word[place + 1] + word[place] + word[place + 2:]
    if kind < 0.7:
        return word[:place] + word[place + 1:]
    return word[:place] + rng.choice("aeiouzkrnst") + word[place + 1:]


def day(rng):
    return TODAY if rng.random() < 0.6 else str(datetime.date(2010, 1, 1) + datetime.timedelta(days=rng.randrange(5600)))


def question(rng, text, forms):
    words = [word for word in WORD.findall(text.lower()) if word not in SMALL and len(word) > 2]
    count = min(rng.choices([1, 2, 3, 4, 5], [15, 30, 30, 15, 10])[0], len(words))
    if rng.random() < 0.6:
        first = rng.randrange(len(words) - count + 1)
        asked = words[first:first + count]
    else:
        asked = rng.sample(words, count)
    if rng.random() < 0.5:
        asked = [rng.choice(forms[word]) if forms.get(word) and rng.random() < 0.7 else word for word in asked]
    if rng.random() < 0.12:
        place = rng.randrange(len(asked))
        asked[place] = misspelt(rng, asked[place])
    return plain(" ".join(asked)) if rng.random() < 0.30 else " ".join(asked)


def letter(rng, sample):
    return " ".join(f"{rng.choice(PHRASES)} {rng.choice(sample)[1]}." for _ in range(rng.randint(4, 8)))


def write(folder, count=COUNT, letters=LETTERS, other_forms=inflected.forms):
    """Reads folder/sample.json and writes questions.jsonl and letters.jsonl."""
    sample = json.loads((folder / "sample.json").read_text(encoding="utf-8"))
    rng = random.Random(points.SEED + 2)
    forms = other_forms({word for _, text in sample for word in WORD.findall(text.lower())})
    with open(folder / "questions.jsonl", "w", encoding="utf-8") as lines:
        for office, text in (rng.choice(sample) for _ in range(count)):
            row = {"q": question(rng, text, forms), "as_of": day(rng), "office": office}
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")
    with open(folder / "letters.jsonl", "w", encoding="utf-8") as lines:
        for _ in range(letters):
            row = {"q": letter(rng, sample), "as_of": day(rng), "office": rng.choice(sample)[0]}
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")
