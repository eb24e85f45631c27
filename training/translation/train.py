"""Train a translation network on token shards for a fixed time, and keep its averaged weights.

    python train.py DATA_DIR OUT.npz --minutes 20 --weights '{"written": 4, "europarl": 1}' --start package.argosmodel

DATA_DIR holds the shards of prepare.py. The learning rate goes in a straight line from --rate to --end over the
time given, so legs can follow each other: `OUT.npz` holds the averaged weights in float32, `OUT.state.pt` what the next
leg needs to go on unbroken (--state).
"""

import argparse
import dataclasses
import json
import time
from pathlib import Path

import numpy as np
import torch
from muon import Optimizer
from network import PAD, ChunkedLoss, Network, Shape, gradient_of_logits
from shards import Batch, Shards, ahead
from weights import grown, load, save


class Trainer:
    """A network, its optimizer and the moving average of its weights."""

    def __init__(
        self,
        shape: Shape,
        start: dict[str, np.ndarray] | None,
        *,
        drop: float,
        tokens: int,
        averaging: float,
        compiled: str,
    ) -> None:
        self.shape, self.averaging = shape, averaging
        self.network = Network(shape, drop)
        if start:
            self.network.load_state_dict({name: torch.from_numpy(np.array(value)) for name, value in start.items()})
        self.optimizer = Optimizer(self.network)
        self.network.bfloat16()
        self.optimizer.live = dict(self.network.named_parameters())
        self.average = {name: value.clone() for name, value in self.optimizer.masters.items()}
        self.forward = torch.compile(self.network, dynamic=True) if compiled == "all" else self.network
        self.room = torch.empty(tokens + 512, shape.vocabulary, dtype=torch.bfloat16)
        self.kernel = torch.compile(gradient_of_logits, dynamic=True) if compiled else gradient_of_logits

    def loss(self, batch: Batch, smoothing: float) -> tuple[torch.Tensor, int]:
        """Summed loss of a batch and its count of target pieces."""
        source, begun, target = batch
        real = target.flatten() != PAD
        states = self.forward(source, begun).flatten(0, 1)[real]
        wanted = target.flatten()[real]
        return ChunkedLoss.apply(states, self.network.embed.weight, wanted, smoothing, self.kernel, self.room), len(
            wanted
        )

    def step(self, batch: Batch, rate: float, hidden: float, smoothing: float) -> tuple[float, int]:
        """One training step; loss and count as in loss()."""
        loss, count = self.loss(batch, smoothing)
        (loss / count).backward()
        self.optimizer.step(rate, hidden)
        decay = min(self.averaging, (10 + self.optimizer.count) / (20 + self.optimizer.count))
        if self.optimizer.count % 4 == 0:
            names = list(self.average)
            torch._foreach_lerp_(
                [self.average[n] for n in names], [self.optimizer.masters[n] for n in names], 1 - decay**4
            )
        return float(loss.detach()), count

    @torch.no_grad()
    def held_out(self, batches: list[Batch]) -> float:
        """Loss a target piece of the averaged weights, without smoothing."""
        self._show(self.average)
        self.network.eval()
        total = [self.loss(batch, 0.0) for batch in batches]
        self.network.train()
        self._show(self.optimizer.masters)
        return float(sum(loss for loss, _ in total)) / sum(count for _, count in total)

    @torch.no_grad()
    def _show(self, weights: dict[str, torch.Tensor]) -> None:
        for name, parameter in self.network.named_parameters():
            parameter.copy_(weights[name])

    def keep(self, out: Path) -> None:
        """Write the averaged weights and the state for the next leg."""
        save(out, self.shape, {name: value.numpy() for name, value in self.average.items()})
        state = {key: getattr(self.optimizer, key) for key in ("masters", "first", "second", "count")}
        torch.save({**state, "average": self.average}, out.with_suffix(".state.pt"))

    def resume(self, path: Path) -> None:
        """Go on from keep()."""
        state = torch.load(path)
        self.average = state.pop("average")
        for key, value in state.items():
            setattr(self.optimizer, key, value)
        self._show(self.optimizer.masters)


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--weights", type=json.loads, required=True, help="JSON: how often a round sees each shard")
    parser.add_argument("--held-out", help="shard whose loss is printed")
    parser.add_argument("--start", type=Path, help="package or .npz whose weights to start from")
    parser.add_argument("--state", type=Path, help=".state.pt of the leg before")
    parser.add_argument("--shape", type=json.loads, default={}, help="JSON: sizes that differ from those of --start")
    parser.add_argument("--tokens", type=int, default=2048, help="padded tokens a batch and side")
    parser.add_argument("--rate", type=float, default=1e-3, help="of embeddings, norms and biases (AdamW)")
    parser.add_argument("--hidden-rate", type=float, default=2e-3, help="of the matrices (Muon)")
    parser.add_argument("--end", type=float, default=0.0, help="share of both rates left at the end")
    parser.add_argument("--warmup", type=float, default=0.02, help="share of the time")
    parser.add_argument("--drop", type=float, default=0.1)
    parser.add_argument("--averaging", type=float, default=0.998, help="share of the average kept at each step")
    parser.add_argument("--smoothing", type=float, default=0.1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--compile", choices=("", "kernel", "all"), default="kernel")
    return parser.parse_args()


def main() -> None:
    """Train for the time given."""
    options = arguments()
    torch.manual_seed(options.seed)
    weights = None
    if options.start:
        old, weights = load(options.start)
        shape = dataclasses.replace(old, **options.shape)
        weights = grown(weights, old, shape)
    else:
        shape = Shape(**options.shape)
    trainer = Trainer(
        shape,
        weights,
        drop=options.drop,
        tokens=options.tokens,
        averaging=options.averaging,
        compiled=options.compile,
    )
    if options.state:
        trainer.resume(options.state)
    print(sum(w.numel() for w in trainer.average.values()) / 1e6, "M parameters", shape, flush=True)
    held = list(Shards(options.data, {options.held_out: 1}, 2048).once()) if options.held_out else []
    batches = ahead(Shards(options.data, options.weights, options.tokens, options.seed).forever())
    for _ in range(3):  # compilation takes no training time
        trainer.loss(next(batches), options.smoothing)[0].backward()
    trainer.network.zero_grad()
    begin = logged = kept = time.monotonic()
    steps = seen = tokens = total = 0
    for batch in batches:
        done = (time.monotonic() - begin) / options.minutes / 60
        if done >= 1:
            break
        share = min(1.0, done / options.warmup + 0.01) * (1 - done * (1 - options.end))
        loss, count = trainer.step(batch, options.rate * share, options.hidden_rate * share, options.smoothing)
        steps, seen, tokens, total = steps + 1, seen + count, tokens + count, total + loss
        now = time.monotonic()
        if now - logged > 30:
            print(
                f"{(now - begin) / 60:6.1f} min  step {steps}  {seen / 1e6:.2f} M tokens  loss {total / tokens:.3f}  "
                f"{tokens / (now - logged):.0f}/s  rate {share:.3f}",
                flush=True,
            )
            logged, tokens, total = now, 0, 0.0
        if now - kept > 240:
            trainer.keep(options.out)
            kept = now
            if held:
                print(f"      held-out loss {trainer.held_out(held):.4f}", flush=True)
    trainer.keep(options.out)
    print(f"{steps} steps, {seen / 1e6:.2f} M tokens", f"held-out loss {trainer.held_out(held):.4f}" if held else "")


if __name__ == "__main__":
    main()
