"""Least squares on the squared slope, as a file of predictions. Run it beside the exported folder `task`."""
import hashlib, json, os
import numpy as np

task, train, x = json.load(open("task/task.json")), np.load("task/training.npz"), np.load("task/inputs.npy")
slope = lambda x: x @ np.linspace(-1, 1, x.shape[1]) / x.shape[1]
features = lambda x: np.stack([np.exp(-((slope(x) / s) ** 2)) for s in (0.02, 0.1, 1e9)], axis=1)
weights = np.linalg.lstsq(features(train["x"]), train["mechanism"], rcond=None)[0]
p = np.clip(features(x) @ weights, 0, 1)

os.makedirs("numpy-submission", exist_ok=True)
np.savez_compressed("numpy-submission/predictions.npz", predictions=np.stack([1 - p, p], axis=1))
sha = hashlib.sha256(open("numpy-submission/predictions.npz", "rb").read()).hexdigest()
manifest = {"schema": "simverdict/submission@1", "task": task["task"], "model": "least squares", "version": "1",
            "seeds": [], "simulatorCalls": task["training"]["pairs"], "licence": "MIT",
            "answers": {"kind": "predictions", "file": "predictions.npz"}, "files": {"predictions.npz": sha}}
json.dump(manifest, open("numpy-submission/manifest.json", "w"))
