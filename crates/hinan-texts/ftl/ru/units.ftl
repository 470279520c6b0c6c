### Times and lengths as people read them.
### Written with the program; not yet reviewed by an editor of civil protection.

# $seconds (number): below a minute and a half.
time-seconds = { $seconds } s
# $minutes (number): whole minutes.
time-minutes = { $minutes } min
time-minutes-seconds = { $minutes } min { $seconds } s
time-unreachable = unreachable
length-metres = { $metres } m
# $kilometres (number): with one decimal.
length-kilometres = { $kilometres } km
# Puts the next item behind a list.
list-and-more = { $list }, { $item }
