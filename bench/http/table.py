"""What was measured, as a table for people and as lines for machines."""
import csv
import statistics


class Row:
    """Samples of the product and of its anchor, and the goal for the ratio of their medians."""

    def __init__(self, name, unit, anchor, goal, at_most=False):
        self.name, self.unit, self.anchor, self.goal, self.at_most = name, unit, anchor, goal, at_most
        self.samples = {"product": [], anchor: []}
        self.bad = 0

    def add(self, target, value, bad=0):
        self.samples[target].append(value)
        self.bad += bad

    @property
    def ratio(self):
        return statistics.median(self.samples["product"]) / statistics.median(self.samples[self.anchor])

    def cells(self):
        if self.bad:
            return [self.name, "void", f"{self.bad} bad answers", "-", "-", "-"]
        met = self.ratio <= self.goal if self.at_most else self.ratio >= self.goal
        return [
            self.name, spread(self.samples["product"]), f"{self.anchor} {spread(self.samples[self.anchor])}",
            self.unit, f"{self.ratio:.2f}", f"{'<=' if self.at_most else '>='} {self.goal} {'met' if met else 'MISSED'}"]


def spread(values):
    return f"{number(statistics.median(values))} [{number(min(values))}..{number(max(values))}]"


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}"


def render(rows):
    lines = [["workload", "product", "anchor", "unit", "ratio", "goal"], *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    lines.insert(1, ["-" * width for width in widths])
    return "\n".join("| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths)) + " |" for line in lines)


def save(rows, path):
    with open(path, "w", newline="") as file:
        table = csv.writer(file)
        table.writerow(["workload", "target", "round", "value", "unit", "bad_in_row"])
        for row in rows:
            for target, values in row.samples.items():
                for place, value in enumerate(values):
                    table.writerow([row.name, target, place, f"{value:.3f}", row.unit, row.bad])
