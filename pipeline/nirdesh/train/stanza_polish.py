"""The last steps of Stanza's tagger and parser, at a learning rate that falls to nothing.

Stanza's own loops keep one learning rate until the score stops rising (and the tagger's second optimizer is
made but never stepped). What a small model has learnt on a high rate is noisy; a run down to zero takes the
noise out.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from nirdesh.analyse.stanza_engine import VECTORS

# The file that each part learns from, and its rounds: a learning rate to begin at, and steps.
FILES: Final = {"tagger": "train.conllu", "parser": "train.tagged.conllu"}
ROUNDS: Final = {"tagger": [(0.002, 3000)], "parser": [(0.002, 2400), (0.0015, 1600), (0.0015, 5000)]}
SAVE_EVERY: Final = 100


def polish(work: Path, part: str) -> None:
    """Train ``saved/PART.pt`` on, in rounds that each let the rate fall to zero.

    A round that is finished is not run again, one that was cut off goes on from its last state.

    Args:
        work: The folder of the training, with its files in ``saved/``.
        part: ``tagger`` or ``parser``.
    """
    for number, (rate, steps) in enumerate(ROUNDS[part], 1):
        done = work / f"{part}.polished{number}"
        if not done.exists():
            _round(work, part, rate, steps, work / f"{part}.polish{number}.pt")
            done.touch()


def _round(work: Path, part: str, rate: float, steps: int, state: Path) -> None:
    import torch

    torch.manual_seed(1)
    trainer, batches = {"tagger": _tagger, "parser": _parser}[part](work, FILES[part])
    # one optimizer for each kind of parameter, under a plural name in the tagger and a singular in the parser
    optimizers = list((trainer.optimizers if part == "tagger" else trainer.optimizer).values())
    first = 0
    if state.exists():
        kept = torch.load(state, weights_only=True)
        first = kept["step"]
        trainer.model.load_state_dict(kept["model"], strict=False)
        for optimizer, found in zip(optimizers, kept["optimizers"], strict=True):
            optimizer.load_state_dict(found)
    for step in range(first, steps):
        for group in (group for optimizer in optimizers for group in optimizer.param_groups):
            group["lr"] = rate * (1 - step / steps)
        trainer.update(next(batches), eval=False)
        if (step + 1) % SAVE_EVERY == 0:
            print(f"{part}: step {step + 1} of {steps}", flush=True)
            kept = {"step": step + 1, "model": trainer.model.state_dict()}
            torch.save({**kept, "optimizers": [o.state_dict() for o in optimizers]}, state)
    trainer.save(str(work / "saved" / f"{part}.pt"))


def _tagger(work: Path, train: str) -> tuple[Any, Iterator[Any]]:
    from stanza.models import tagger
    from stanza.models.common.pretrain import Pretrain
    from stanza.models.pos.trainer import Trainer

    vectors = Pretrain(str(work / VECTORS))
    trainer = Trainer(pretrain=vectors, model_file=str(work / "saved" / "tagger.pt"), device="cpu")
    args = {**trainer.args, "train_file": str(work / train)}
    _, _, batches = tagger.load_training_data(args, vectors)

    def forever() -> Iterator[Any]:
        while True:
            yield from batches

    return trainer, forever()


def _parser(work: Path, train: str) -> tuple[Any, Iterator[Any]]:
    from stanza.models.common.doc import Document
    from stanza.models.common.pretrain import Pretrain
    from stanza.models.depparse.data import DataLoader
    from stanza.models.depparse.trainer import Trainer
    from stanza.utils.conll import CoNLL

    vectors = Pretrain(str(work / VECTORS))
    model = str(work / "saved" / "parser.pt")
    trainer = Trainer.load(filename=model, pretrain=vectors, device="cpu", reset_history=True)
    sentences, _, _ = CoNLL.conll2dict(input_file=str(work / train))
    loader = DataLoader(
        Document(sentences),
        trainer.args["batch_size"],
        trainer.args,
        vectors,
        vocab=trainer.vocab,
        evaluation=False,
    )

    def forever() -> Iterator[Any]:
        while True:
            yield from loader
            loader.reshuffle()

    return trainer, forever()
