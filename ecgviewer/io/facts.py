"""What is known of a record beside its samples and annotations, as JSON has it."""

from ecgviewer.core.record import Record


def facts_of(record: Record) -> dict[str, object]:
    """Return start, age, sex, diagnoses, comments and personal facts; what is unknown is null."""
    return {
        "fs_hz": record.rate_hz,
        "samples": record.n_samples,
        "start": record.started_at.isoformat() if record.started_at else None,
        "age_years": record.patient.age_years,
        "sex": record.patient.sex,
        "dx": [{"code": dx.code, "text": dx.text} for dx in record.diagnoses],
        "comments": list(record.comments),
        "synthetic": record.synthetic,
        "personal": [list(pair) for pair in record.personal],
    }
