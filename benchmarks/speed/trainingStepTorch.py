"""Milliseconds per training step in PyTorch, on one thread: the nets of trainingStepNets.ts, Adam, squared error."""
import json, os, sys, time

os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")
try:
    import torch
except ImportError:
    print("null")
    sys.exit()
from torch import nn

torch.set_num_threads(1)


class Conv(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Conv1d(a, 32, 5, padding=2, bias=False) for a in (4, 32, 32)])
        self.last = nn.Linear(32, 1, bias=False)

    def forward(self, x):
        for layer in self.layers:
            x = torch.relu(layer(x))
        return self.last(x.mean(2))


def dense(inputs, width):
    return nn.Sequential(nn.Linear(inputs, width), nn.SiLU(), nn.Linear(width, width), nn.SiLU(), nn.Linear(width, 1))


net, x, steps = {
    "20-64-64-1, batch 128": lambda: (dense(20, 64), torch.rand(128, 20), 600),
    "64-256-256-1, batch 256": lambda: (dense(64, 256), torch.rand(256, 64), 300),
    "conv 3 x 32 k5, length 128, batch 64": lambda: (Conv(), torch.rand(64, 4, 128), 60),
}[sys.argv[1]]()
y = torch.rand(len(x), 1)
optimiser = torch.optim.Adam(net.parameters(), lr=1e-3)
walls, warm_up = [], 10
for step in range(warm_up + steps):
    if step == warm_up:
        cpu = time.process_time()
    start = time.perf_counter()
    optimiser.zero_grad()
    nn.functional.mse_loss(net(x), y).backward()
    optimiser.step()
    walls.append(time.perf_counter() - start)
walls = sorted(walls[warm_up:])
print(json.dumps({"wall": 1e3 * walls[steps // 4], "meanWall": 1e3 * sum(walls) / steps, "cpu": 1e3 * (time.process_time() - cpu) / steps}))
