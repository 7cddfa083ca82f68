"""What Excel holds of a value on paper, and in which form it shows it."""

from __future__ import annotations

from datetime import datetime, timedelta

from runofshow.paper.sheet import Form, Value


def excel_value(value: Value, language: str) -> tuple[datetime | timedelta | float | str, str]:
    """What a cell holds, and Excel's form for it."""
    match value.of:
        case str():
            return value.of, "@"
        case int():
            return value.of, "0"
        case timedelta() if value.form is Form.OFF_MINUTES:
            return value.of.total_seconds() / 60, "+0.0;-0.0;0.0"
        case timedelta() if value.form is Form.OFF_SECONDS:
            return value.of.total_seconds(), "+0.0;-0.0;0.0"
        case timedelta() if value.form is Form.SECOND:
            return value.of, "[m]:ss"
        case timedelta():
            return value.of, "[m]" if value.of.total_seconds() % 60 == 0 else '[m]"\'"ss'
        case datetime() if value.form is Form.SECOND:
            return value.of, "hh:mm:ss"
        case datetime() if value.form is Form.DAY:
            return value.of, "d/m/yyyy hh:mm:ss"
        case datetime():
            return value.of, 'h"h"mm' if language == "vi" else "hh:mm"
