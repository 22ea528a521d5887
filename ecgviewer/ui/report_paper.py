"""The ECG paper of a report: true to scale, as the page in view shows it."""

from dataclasses import replace

from PySide6.QtCore import QObject

from ecgviewer.core.heat import Heat
from ecgviewer.core.record import Record
from ecgviewer.core.task import Task
