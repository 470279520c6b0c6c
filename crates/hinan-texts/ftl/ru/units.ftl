### Times and lengths as people read them.
### Перевод ещё не проверен носителем языка. Not yet reviewed by a native speaker.

time-seconds = { $seconds } с
time-minutes = { $minutes } мин
time-minutes-seconds = { $minutes } мин { $seconds } с
time-unreachable = недостижимо
length-metres = { $metres } м
length-kilometres = { $kilometres } км
list-and-more = { $list }, { $item }
