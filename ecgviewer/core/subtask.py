"""Progress of a part as progress of the whole."""

from ecgviewer.core.task import Task


def part_of(task: Task, done: int, n_parts: int) -> Task:
    """Return a task for the next of equal parts; it reports and is cancelled with the whole.

    done: how many parts are done already. Work that is told to stop hears of it at its
    next report, at most a tenth of a second later.
    """

    def report(step: int, n_steps: int) -> None:
        task.step(done * n_steps + step, n_parts * n_steps)

    return Task(report)
