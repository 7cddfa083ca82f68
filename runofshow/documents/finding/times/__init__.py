"""Hours and days as people write them.

- hours.py         clock times and lengths as people write them
- day_headings.py  a day, or a half of it
- running_clock.py hours that go up within a day
"""
