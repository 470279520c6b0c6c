### Times and lengths as people read them.
### Переклад ще не перевірив носій мови. Not yet reviewed by a native speaker.

time-seconds = { $seconds } с
time-minutes = { $minutes } хв
time-minutes-seconds = { $minutes } хв { $seconds } с
time-unreachable = недосяжно
length-metres = { $metres } м
length-kilometres = { $kilometres } км
list-and-more = { $list }, { $item }
