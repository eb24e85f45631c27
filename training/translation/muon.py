"""Muon for the matrices between the layers, AdamW for embeddings, norms and biases.

Muon: Jordan et al. 2024, "Muon: an optimizer for hidden layers in neural networks": momentum, made orthogonal by a
Newton-Schulz iteration; scaled by 0.2 sqrt(longer side) after Liu et al. 2025 (arXiv 2502.16982), so that one learning
rate serves both. Weights live here in float32; the network holds copies in its own type.
"""

import torch
from torch import Tensor, nn

COEFFICIENTS = (3.4445, -4.7750, 2.0315)


def orthogonal(matrices: Tensor, steps: int = 5) -> Tensor:
    """The nearest (semi-)orthogonal matrices to a stack (count, rows, columns), roughly: singular values near 1."""
    a, b, c = COEFFICIENTS
    x = matrices.bfloat16()
    tall = x.shape[1] > x.shape[2]
    x = x.mT if tall else x
    x = x / (x.float().norm(dim=(1, 2), keepdim=True) + 1e-7).to(x.dtype)
    for _ in range(steps):
        gram = x @ x.mT
        x = torch.baddbmm(x, torch.baddbmm(gram, gram, gram, beta=b, alpha=c), x, beta=a)
    return x.mT if tall else x


class Optimizer:
    """Steps all parameters of a network; `masters` are its float32 weights by name."""

    def __init__(self, network: nn.Module, *, momentum: float = 0.95, decay: float = 0.01) -> None:
        self.live = dict(network.named_parameters())
        self.masters = {name: p.detach().float().clone() for name, p in self.live.items()}
        self.momentum, self.decay, self.count = momentum, decay, 0
        width = network.width
        self.groups: dict[tuple[int, int], list[str]] = {}
        for name, p in self.live.items():
            if p.ndim == 2 and not name.startswith("embed"):
                self.groups.setdefault(
                    (width, width) if p.shape[1] == width and not name.endswith("up.weight") else tuple(p.shape), []
                ).append(name)
        hidden = {name for names in self.groups.values() for name in names}
        self.others = [name for name in self.live if name not in hidden]
        self.first = {name: torch.zeros_like(w) for name, w in self.masters.items()}
        self.second = {name: torch.zeros_like(self.masters[name]) for name in self.others}

    @torch.no_grad()
    def step(self, rate: float, hidden_rate: float, longest: float = 1.0) -> float:
        """One step from the gradients of the network, which are cleared; the gradient's norm before clipping."""
        self.count += 1
        gradients = {name: p.grad.float() for name, p in self.live.items()}
        norm = torch.stack(torch._foreach_norm(list(gradients.values()))).norm()
        torch._foreach_mul_(list(gradients.values()), torch.clamp(longest / (norm + 1e-6), max=1.0))
        self._adam([gradients[name] for name in self.others], rate)
        for (rows, columns), names in self.groups.items():
            moments = [self.first[name] for name in names]
            torch._foreach_lerp_(moments, [gradients[name] for name in names], 1 - self.momentum)
            ahead = [
                gradients[name].lerp(m, self.momentum).view(-1, rows, columns)
                for name, m in zip(names, moments, strict=True)
            ]
            turned = orthogonal(torch.cat(ahead)).float() * (-0.2 * max(rows, columns) ** 0.5 * hidden_rate)
            masters = [self.masters[name] for name in names]
            torch._foreach_mul_(masters, 1 - self.decay * hidden_rate)
            blocks = turned.split([len(part) for part in ahead])
            torch._foreach_add_(masters, [b.reshape(m.shape) for b, m in zip(blocks, masters, strict=True)])
        names = list(self.live)
        torch._foreach_copy_([self.live[n] for n in names], [self.masters[n] for n in names])
        for p in self.live.values():
            p.grad = None
        return float(norm)

    def _adam(self, gradients: list[Tensor], rate: float, betas=(0.9, 0.98), small: float = 1e-9) -> None:
        first, second = ([store[name] for name in self.others] for store in (self.first, self.second))
        torch._foreach_lerp_(first, gradients, 1 - betas[0])
        torch._foreach_mul_(second, betas[1])
        torch._foreach_addcmul_(second, gradients, gradients, 1 - betas[1])
        spread = torch._foreach_sqrt(second)
        torch._foreach_div_(spread, (1 - betas[1] ** self.count) ** 0.5)
        torch._foreach_add_(spread, small)
        masters = [self.masters[name] for name in self.others]
        torch._foreach_addcdiv_(masters, first, spread, -rate / (1 - betas[0] ** self.count))
