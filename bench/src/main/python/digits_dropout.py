"""Trains 64-256-256-10 with dropout on the digits in PyTorch and makes Monte Carlo dropout passes; prints times as JSON.

The same work as org.ketwork.bench.work.DropoutDigits, in single precision: ReLU, dropout 0.5 behind both hidden layers with a
mask per sample, Adam at 1e-3, batches of 64 in random order out of 80 % of the digits, pixels from 0 to 1; then passes over
all 1797 digits with dropout on.
"""

import argparse
import json
import pathlib
import time

import torch

BATCH = 64
WARM_UP_EPOCHS = 20
WARM_UP_PASSES = 5
REPOSITORY = pathlib.Path(__file__).resolve().parents[4]
DIGITS = REPOSITORY / "neural/src/main/resources/org/ketwork/neural/data/digits.csv"


def load(path):
    rows = [[float(cell) for cell in line.split(",")] for line in path.read_text().splitlines()[1:]]
    table = torch.tensor(rows)
    return (table[:, :-1] / 16).contiguous(), table[:, -1].long()


def network():
    return torch.nn.Sequential(
        torch.nn.Linear(64, 256),
        torch.nn.ReLU(),
        torch.nn.Dropout(0.5),
        torch.nn.Linear(256, 256),
        torch.nn.ReLU(),
        torch.nn.Dropout(0.5),
        torch.nn.Linear(256, 10),
    )


def train_epoch(model, optimiser, inputs, labels):
    order = torch.randperm(len(inputs))
    for batch in order.split(BATCH):
        optimiser.zero_grad()
        torch.nn.functional.cross_entropy(model(inputs[batch]), labels[batch]).backward()
        optimiser.step()


def predict(model, inputs, passes):
    result = torch.empty(passes, len(inputs), 10)
    with torch.inference_mode():
        for t in range(passes):
            result[t] = torch.softmax(model(inputs), dim=1)
    return result


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=pathlib.Path, default=DIGITS)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--epochs", type=int, default=40)
    parser.add_argument("--passes", type=int, default=1000)
    options = parser.parse_args()

    torch.manual_seed(1)
    torch.set_num_threads(options.threads)
    inputs, labels = load(options.data)
    order = torch.randperm(len(inputs))
    held_out, training = order[: len(inputs) // 5], order[len(inputs) // 5 :]
    model = network()
    optimiser = torch.optim.Adam(model.parameters(), lr=1e-3)

    def epoch():
        train_epoch(model, optimiser, inputs[training], labels[training])

    for _ in range(WARM_UP_EPOCHS):
        epoch()
    epochs = [seconds(epoch) for _ in range(options.epochs)]
    predict(model, inputs, WARM_UP_PASSES)
    passes = [seconds(lambda: predict(model, inputs, options.passes))]
    model.eval()
    with torch.inference_mode():
        right = model(inputs[held_out]).argmax(1) == labels[held_out]
    print(json.dumps({"epochs": epochs, "passes": passes, "accuracy": right.double().mean().item()}))


if __name__ == "__main__":
    main()
