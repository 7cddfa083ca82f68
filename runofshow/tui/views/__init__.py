"""What each role sees, on a screen of its own and on the console's face: functions from a view to lines."""
