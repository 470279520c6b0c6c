### What is known of a shelter, and what is not. Unknown is said as unknown.
### 翻訳はまだ母語話者の確認を受けていません。 Not yet reviewed by a native speaker.

remark-mapped = 公式の一覧にありません：地図に描かれた{ $kind }
remark-candidate = 公式の避難場所ではありません：{ $kind }
kind-unknown = 種類不明
kind-metro-station = 地下鉄駅
kind-underground-car-park = 地下駐車場
kind-bomb-shelter = 防空壕
kind-air-raid-shelter = 防空シェルター
kind-civil-defence-shelter = 民間防衛シェルター
kind-personnel-shelter = 人員用シェルター
kind-nuclear-shelter = 核シェルター
kind-fallout-shelter = 放射性降下物シェルター

status-open = 開いているとされています
status-closed = 閉鎖中
status-defunct = 使用不可
status-full = 満員
status-unknown = 開いているかは不明
hours-known = 開設時間 { $hours }
hours-unknown = 開設時間は不明
access-public = 誰でも入れます
access-private = そこに住む人、学ぶ人、働く人だけが入れます
access-key = 鍵が必要です
access-unknown = 誰が入れるかは不明
wheelchair-yes = 車いすで入れます
wheelchair-no = 車いすでは入れません
wheelchair-unknown = 車いすで入れるかは不明
capacity-known = 定員{ $places }人
capacity-area = { $area } m2、定員は不明
capacity-unknown = 定員は不明
listed-known = 対象の災害：{ $hazards }
listed-unknown = どの災害に適するかは不明
underground-yes = 地下
fact-and-more = { $facts }；{ $fact }
fact-end = { $facts }。
facts-note = { $facts } 一覧の注記：{ $note }。

### Why a shelter is not offered.
not-offered-bad-for = 一覧で「{ $hazard }」に適さないとされています
not-offered-underground = 地下にあります（{ $hazard }）
not-offered-not-stated = 「{ $hazard }」に適するとした一覧がありません
not-offered-listed-for-others = ほかの災害用で、「{ $hazard }」用ではありません
not-offered-untold = 何が起きたか分かりません
not-offered-unusable = 閉鎖、満員、または使用不可
not-offered-closed-at-that-hour = その時刻には閉まっています
not-offered-forbidden = 立入禁止区域にあります
not-offered-private = そこに住む人、学ぶ人、働く人だけが入れます
not-offered-no-wheelchairs = 車いすでは入れません
not-offered-count = { $number }か所：{ $reason }
