"""What can be done to a transcript: functions that compute a Change and alter nothing."""
