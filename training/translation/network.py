"""The Transformer and its loss.

Pre-norm encoder and decoder after Vaswani et al. 2017 (arXiv 1706.03762) and Xiong et al. 2020 (arXiv 2002.04745); one
embedding shared by source, target and output. Weights and activations are meant to be bfloat16 on a CPU that multiplies
in it; attention has no dropout of its own, for CPUs attend several times faster without.
"""

import math
import random
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

PAD, BOS, EOS = 0, 2, 3
ROWS = 256  # of scores at a time in the loss


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Sizes of a network: width of the states, width of the feed-forward layers, counts of heads, layers, pieces."""

    vocabulary: int
    width: int
    feed_forward: int
    heads: int
    encoder: int
    decoder: int


def positions(length: int, width: int) -> Tensor:
    """Sinusoidal position table, shape (length, width): sines in the first half, cosines in the second."""
    rate = torch.exp(torch.arange(width // 2) * (-math.log(10000.0) / (width // 2 - 1)))
    angle = torch.arange(length)[:, None] * rate[None]
    return torch.cat([angle.sin(), angle.cos()], 1)


def attend(query: Tensor, key: Tensor, value: Tensor, mask: Tensor, heads: int) -> Tensor:
    """Scaled dot-product attention of (batch, length, width) tensors; `mask` is added to the scores."""
    batch, length, width = query.shape
    size = width // heads
    query = query.view(batch, length, heads, size).transpose(1, 2)
    key = key.view(batch, -1, heads, size).transpose(1, 2)
    value = value.view(batch, -1, heads, size).transpose(1, 2)
    scores = torch.matmul(query, key.transpose(2, 3)).float() * size**-0.5 + mask
    mixed = torch.matmul(scores.softmax(-1).to(value.dtype), value)
    return mixed.transpose(1, 2).reshape(batch, length, width)


class Dropout(nn.Module):
    """Dropout whose masks are stretches of one long random mask: drawing fresh ones takes a tenth of a CPU's step."""

    def __init__(self, share: float, length: int = 1 << 22) -> None:
        super().__init__()
        self.share = share
        mask = (torch.rand(length) >= share).to(torch.bfloat16) / (1 - share)
        self.register_buffer("mask", mask, persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.share:
            return x
        start = random.randrange(len(self.mask) - x.numel())
        return x * self.mask[start : start + x.numel()].view(x.shape)


class SelfAttention(nn.Module):
    """Attention of a sequence to itself; query, key and value weights in one matrix."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        query, key, value = self.qkv(x).chunk(3, -1)
        return self.out(attend(query, key, value, mask, self.heads))


class CrossAttention(nn.Module):
    """Attention of the target to the encoded source."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.q, self.kv, self.out = nn.Linear(width, width), nn.Linear(width, 2 * width), nn.Linear(width, width)

    def forward(self, x: Tensor, memory: Tensor, mask: Tensor) -> Tensor:
        key, value = self.kv(memory).chunk(2, -1)
        return self.out(attend(self.q(x), key, value, mask, self.heads))


class Layer(nn.Module):
    """An encoder layer, or with `cross` a decoder layer."""

    def __init__(self, shape: Shape, drop: Dropout, cross: bool) -> None:
        super().__init__()
        width = shape.width
        self.self_norm, self.self_attention = nn.LayerNorm(width), SelfAttention(width, shape.heads)
        self.cross_norm = nn.LayerNorm(width) if cross else None
        self.cross_attention = CrossAttention(width, shape.heads) if cross else None
        self.ffn_norm = nn.LayerNorm(width)
        self.up, self.down = nn.Linear(width, shape.feed_forward), nn.Linear(shape.feed_forward, width)
        self.dropout = drop

    def forward(self, x: Tensor, mask: Tensor, memory: Tensor | None = None, seen: Tensor | None = None) -> Tensor:
        x = x + self.dropout(self.self_attention(self.self_norm(x), mask))
        if self.cross_attention is not None:
            x = x + self.dropout(self.cross_attention(self.cross_norm(x), memory, seen))
        return x + self.dropout(self.down(F.relu(self.up(self.ffn_norm(x)))))


class Network(nn.Module):
    """Encoder and decoder up to the last norm; the loss multiplies with the embedding itself."""

    def __init__(self, shape: Shape, drop: float = 0.1, longest: int = 512) -> None:
        super().__init__()
        self.width = shape.width
        self.embed = nn.Embedding(shape.vocabulary, shape.width)
        nn.init.normal_(self.embed.weight, std=shape.width**-0.5)
        self.register_buffer("table", positions(longest, shape.width), persistent=False)
        self.dropout = Dropout(drop)
        self.encoder = nn.ModuleList(Layer(shape, self.dropout, False) for _ in range(shape.encoder))
        self.decoder = nn.ModuleList(Layer(shape, self.dropout, True) for _ in range(shape.decoder))
        self.enc_norm, self.dec_norm = nn.LayerNorm(shape.width), nn.LayerNorm(shape.width)

    def embedded(self, pieces: Tensor) -> Tensor:
        return self.dropout(self.embed(pieces) * math.sqrt(self.width) + self.table[: pieces.shape[1]])

    def forward(self, source: Tensor, target: Tensor) -> Tensor:
        """States (batch, target length, width) from which the next piece after each target piece is foretold."""
        seen = torch.zeros(source.shape, device=source.device).masked_fill(source == PAD, -1e9)[:, None, None, :]
        length = target.shape[1]
        past = torch.full((length, length), -1e9, device=source.device).triu(1)
        x = self.embedded(source)
        for layer in self.encoder:
            x = layer(x, seen)
        memory, x = self.enc_norm(x), self.embedded(target)
        for layer in self.decoder:
            x = layer(x, past, memory, seen)
        return self.dec_norm(x)


def gradient_of_logits(logits: Tensor, wanted: Tensor, smoothing: float) -> tuple[Tensor, Tensor]:
    """Summed label-smoothed cross-entropy of some rows, and its derivative by the logits in their own type."""
    scores = logits.float()
    norm = scores.logsumexp(1, keepdim=True)
    right = scores.gather(1, wanted[:, None])
    loss = (norm - (1 - smoothing) * right - smoothing * scores.mean(1, keepdim=True)).sum()
    slope = (scores - norm).exp() - smoothing / logits.shape[1]
    hit = torch.arange(logits.shape[1], device=logits.device)[None] == wanted[:, None]
    return loss, torch.where(hit, slope - (1 - smoothing), slope).to(logits.dtype)


class ChunkedLoss(torch.autograd.Function):
    """Summed loss of rows of states against one output matrix, a few hundred rows at a time.

    The logits of a chunk stay in the cache: loss and derivative are both made while they are there, so that 8,000
    float32 scores a token never travel through memory. `room` (rows, pieces) is written over at every call.
    """

    @staticmethod
    def forward(ctx, states: Tensor, matrix: Tensor, wanted: Tensor, smoothing: float, kernel, room: Tensor) -> Tensor:
        slopes = room[: len(states)]
        loss = torch.zeros((), device=states.device)
        for start in range(0, len(states), ROWS):
            chunk = slice(start, min(start + ROWS, len(states)))
            part, slopes[chunk] = kernel(states[chunk] @ matrix.T, wanted[chunk], smoothing)
            loss += part
        ctx.save_for_backward(slopes, states, matrix)
        return loss

    @staticmethod
    def backward(ctx, scale: Tensor):
        slopes, states, matrix = ctx.saved_tensors
        return (slopes @ matrix) * scale, (slopes.T @ states) * scale, None, None, None, None
