"""Sources of reports: one small file each, one registry."""
