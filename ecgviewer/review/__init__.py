"""People's judgements of records: kept, compared, handed on."""
