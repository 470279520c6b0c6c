### Times and lengths as people read them.
### 翻訳はまだ母語話者の確認を受けていません。 Not yet reviewed by a native speaker.

time-seconds = { $seconds }秒
time-minutes = { $minutes }分
time-minutes-seconds = { $minutes }分{ $seconds }秒
time-unreachable = 到達できません
length-metres = { $metres } m
length-kilometres = { $kilometres } km
list-and-more = { $list }、{ $item }
