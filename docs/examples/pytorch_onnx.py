"""A small net trained in PyTorch, as an ONNX model. Run it beside the exported folder `task`."""
import hashlib, json, os
import numpy as np, torch

task, train = json.load(open("task/task.json")), np.load("task/training.npz")
x, y = torch.tensor(train["x"], dtype=torch.float32), torch.tensor(train["mechanism"], dtype=torch.long)
torch.manual_seed(0)
net = torch.nn.Sequential(torch.nn.Linear(x.shape[1], 64), torch.nn.ReLU(), torch.nn.Linear(64, 64), torch.nn.ReLU(), torch.nn.Linear(64, 2))
optimiser = torch.optim.Adam(net.parameters(), 2e-3)
for step in range(3000):
    rows = torch.randint(len(x), (256,))
    loss = torch.nn.functional.cross_entropy(net(x[rows]), y[rows])
    optimiser.zero_grad(), loss.backward(), optimiser.step()

os.makedirs("pytorch-submission", exist_ok=True)
torch.onnx.export(torch.nn.Sequential(net, torch.nn.Softmax(1)).eval(), x[:1], "pytorch-submission/model.onnx",
                  input_names=["x"], output_names=["p"], dynamic_axes={"x": {0: "batch"}, "p": {0: "batch"}})
sha = hashlib.sha256(open("pytorch-submission/model.onnx", "rb").read()).hexdigest()
manifest = {"schema": "simverdict/submission@1", "task": task["task"], "model": "PyTorch net", "version": "1",
            "seeds": [0], "simulatorCalls": task["training"]["pairs"], "licence": "MIT",
            "answers": {"kind": "onnx", "file": "model.onnx"}, "files": {"model.onnx": sha}}
json.dump(manifest, open("pytorch-submission/manifest.json", "w"))
