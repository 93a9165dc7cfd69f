"""Stanza's own training, small enough for one core: tagger, parser, lemmatizer and entities, each resumable.

Smaller than Stanza's recipe: no character language model, narrower layers, small batches, one hidden layer
for tag, UPOS and features. Tagger and parser start from vectors of ``hi_nirdesh`` and end at a falling rate.
``FULL`` names what to change where an accelerator is at hand.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from nirdesh.analyse.stanza_engine import PROCESSORS, VECTORS
from nirdesh.train.entities import Tagged
from nirdesh.train.prepare import Material, prepare
from nirdesh.train.stanza_polish import ROUNDS, polish
from nirdesh.train.stanza_vectors import all_words, frequent_words, write_vectors
from nirdesh.train.treebank import Row

VERSION: Final = "1.2.0"
COMMON: Final = "--shorthand hi_nirdesh --cpu --seed 1"
SMALL: Final = {
    "tagger": (
        "--share_hid --hidden_dim 160 --char_hidden_dim 80 --char_emb_dim 40 --word_emb_dim "
        "100 --transformed_dim 80 --word_cutoff 2 --deep_biaff_hidden_dim 200 --batch_size 32 "
        "--no_second_optim --lr 0.003 --max_steps 3000 --eval_interval 1000 --fix_eval_interval "
        "--max_steps_before_stop 6000 --augment_nopunct 0.15 --dropout 0.35 --word_dropout "
        "0.25 --log_step 50"
    ),
    "parser": (
        "--hidden_dim 200 --char_hidden_dim 40 --char_emb_dim 30 --word_emb_dim 100 "
        "--tag_emb_dim 40 --transformed_dim 80 --deep_biaff_hidden_dim 80 "
        "--deep_biaff_output_dim 80 --no_linearization --num_layers 2 --batch_size 1200 --optim adam "
        "--no_second_optim --lr 0.003 --beta2 0.95 --max_steps 800 --eval_interval 400 "
        "--checkpoint_interval 300 --max_steps_before_stop 4000 --no_plateau --dropout 0.35 "
        "--word_dropout 0.25 --word_cutoff 2 --augment_nopunct 0.1 --log_step 50"
    ),
    "ner_tagger": (
        "--hidden_dim 160 --char_hidden_dim 60 --char_emb_dim 40 --word_emb_dim 100 "
        "--batch_size 32 --optim adam --lr 0.002 --max_steps 2000 --eval_interval 500 "
        "--dropout 0.4 --word_dropout 0.1 --log_step 100"
    ),
}
FULL: Final = (
    "Stanza's defaults, with --charlm, word vectors, batches of 5,000 words and 50,000 steps, without --cpu"
)


def train_stanza(data: Path, work: Path, out: Path, vectors_of: Path) -> dict[str, Any]:
    """Run all four trainings (what is finished is not run again) and write the package; returns its card.

    Args:
        data: Folder of the data sets.
        work: Files of the training, kept from run to run.
        out: Folder of the package.
        vectors_of: Folder of ``hi_nirdesh``, whose word vectors the tagger and the parser start from.
    """
    from nirdesh.train.build import write_card

    work.mkdir(parents=True, exist_ok=True)
    material = prepare(data)
    write_files(material, work)
    write_vectors(vectors_of, frequent_words(all_words(data, material)), work / VECTORS)
    _train(work, "tagger", "train.conllu", "dev.conllu")
    polish(work, "tagger")
    for part in ("train", "dev"):
        _retag(work, part)
    _train(
        work,
        "parser",
        "train.tagged.conllu",
        "dev.tagged.conllu",
        "--checkpoint_save_name parser.checkpoint.pt",
    )
    polish(work, "parser")
    _lemmas(work)
    _train(work, "ner_tagger", "ner.train.json", "ner.dev.json")
    out.mkdir(parents=True, exist_ok=True)
    for name in PROCESSORS.values():
        shutil.copyfile(work / "saved" / name, out / name)
    shutil.copyfile(work / VECTORS, out / VECTORS)
    listing = {"hi": {"lang_name": "Hindi", "packages": {}}}
    (out.parent / "resources.json").write_text(json.dumps(listing) + "\n", encoding="utf-8")
    return write_card(
        out, VERSION, SMALL | {f"{part}, falling rate": rounds for part, rounds in ROUNDS.items()}
    )


def _run(work: Path, module: str, options: Sequence[str]) -> None:
    command = [sys.executable, "-m", f"stanza.models.{module}", *options]
    subprocess.run(command, cwd=work, check=True)


def _train(work: Path, module: str, train: str, dev: str, more: str = "") -> None:
    name = {"tagger": "tagger.pt", "parser": "parser.pt", "ner_tagger": "nertagger.pt"}[module]
    done = work / f"{module}.done"
    if done.exists():
        return
    files = ["--train_file", train, "--eval_file", dev, "--save_dir", "saved", "--save_name", name]
    if module == "ner_tagger":
        files += ["--no_pretrain"]
    else:
        files += ["--lang", "hi", "--output_file", f"{module}.out.conllu", "--wordvec_pretrain_file", VECTORS]
    _run(work, module, ["--mode", "train", *COMMON.split(), *files, *SMALL[module].split(), *more.split()])
    done.touch()


def _retag(work: Path, part: str) -> None:
    """The parser trains on tags as the tagger gives them."""
    out = f"{part}.tagged.conllu"
    if not (work / out).exists():
        files = [
            "--eval_file",
            f"{part}.conllu",
            "--output_file",
            out,
            "--save_dir",
            "saved",
            "--save_name",
            "tagger.pt",
            "--wordvec_pretrain_file",
            VECTORS,
        ]
        _run(work, "tagger", ["--mode", "predict", *COMMON.split(), *files])


def _lemmas(work: Path) -> None:
    if not (work / "saved" / "lemmatizer.pt").exists():
        files = [
            "--train_file",
            "train.conllu",
            "--eval_file",
            "dev.conllu",
            "--output_file",
            "lemma.out.conllu",
        ]
        saved = ["--save_dir", "saved", "--save_name", "lemmatizer.pt", "--dict_only", "--cpu"]
        _run(work, "lemmatizer", ["--mode", "train", "--shorthand", "hi_nirdesh", *files, *saved])


def write_files(material: Material, work: Path) -> None:
    """The training files of Stanza's modules."""
    for part, trees in (("train", material.trees), ("dev", material.trees_dev)):
        text = "\n".join(conllu(sentence) for sentence in trees) + "\n"
        (work / f"{part}.conllu").write_text(text, encoding="utf-8")
    press = [s for name, found in material.entities.items() if name != "fire" for s in found]
    for part, found in (("train", press), ("dev", [s for v in material.entities_dev.values() for s in v])):
        text = json.dumps(list(ner_sentences(found)), ensure_ascii=False)
        (work / f"ner.{part}.json").write_text(text, encoding="utf-8")


def conllu(sentence: Sequence[Row]) -> str:
    """A sentence in CoNLL-U."""
    lines = []
    for i, row in enumerate(sentence):
        head, dep = (0, "root") if row.head == i else (row.head + 1, row.dep)
        columns = [
            i + 1,
            row.form,
            row.lemma or "_",
            row.upos,
            row.tag,
            row.feats or "_",
            head,
            dep,
            "_",
            "_",
        ]
        lines.append("\t".join(str(column) for column in columns))
    return "\n".join(lines) + "\n"


def ner_sentences(sentences: Iterable[Tagged]) -> Iterable[list[dict[str, str]]]:
    """Sentences in the project's labels as Stanza's entity tagger reads them."""
    from nirdesh.lexicon.files import toml

    recipes = toml("analyse", "entities.toml")
    for sentence in sentences:
        tags = ["O"] * len(sentence.words)
        for start, end, label in sentence.spans:
            name = recipes[sentence.source]["map"].get(label)
            if name:
                tags[start:end] = [f"B-{name}", *[f"I-{name}"] * (end - start - 1)]
        yield [{"text": word, "ner": tag} for word, tag in zip(sentence.words, tags, strict=True)]
