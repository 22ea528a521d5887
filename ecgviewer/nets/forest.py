"""Decision trees as tensors, so that they are stored and answered like a net's weights.

Extremely randomised trees (Geurts, Ernst & Wehenkel, Machine Learning 63:3, 2006), one
forest a class.
"""

import torch
from torch import Tensor, nn

# Every tree has room for this many leaves; what it does not need stays empty.
N_LEAVES = 64
N_NODES = 2 * N_LEAVES - 1
# No forest is surer than one in this many.
LEAST_SHARE = 1e-3
# The largest number that half precision holds: every value lies below it.
ALWAYS = 65504.0


class Forest(nn.Module):
    """Trees of N_NODES places each, (n_classes, n_trees, N_NODES) in every tensor.

    feature, threshold: a value above the threshold goes to the place after ``left``,
    any other to ``left``. A leaf leads to itself. share: of positives in a leaf.
    """

    feature: Tensor
    threshold: Tensor
    left: Tensor
    share: Tensor

    def __init__(self, n_classes: int, n_trees: int) -> None:
        super().__init__()
        shape = (n_classes, n_trees, N_NODES)
        own = torch.arange(N_NODES, dtype=torch.int16).expand(shape).clone()
        self.register_buffer("feature", torch.zeros(shape, dtype=torch.int16))
        self.register_buffer("threshold", torch.full(shape, ALWAYS))
        self.register_buffer("left", own)
        self.register_buffer("share", torch.full(shape, 0.5))

    def forward(self, values: Tensor) -> Tensor:
        """Return logits, (batch, n_classes), from the values, (batch, n_values)."""
        n_classes, n_trees, _ = self.feature.shape
        feature, left = (part.reshape(-1).long() for part in (self.feature, self.left))
        threshold = self.threshold.reshape(-1)
        root = torch.arange(n_classes * n_trees, device=values.device) * N_NODES
        node = root.expand(len(values), -1)
        while True:
            right = values.gather(1, feature[node]) > threshold[node]
            following = root + left[node] + right
            if torch.equal(following, node):
                break
            node = following
        share = self.share.reshape(-1)[node].view(len(values), n_classes, n_trees).mean(dim=-1)
        return torch.logit(share, eps=LEAST_SHARE)
