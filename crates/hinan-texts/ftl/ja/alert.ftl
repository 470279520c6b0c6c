### Alerts: what is sent when lives hang on it. The order stands first, then the danger, the place, the time.
### Only the place and the times are filled in. Never "stay" or "wait" for water, fire and eruptions.
### 翻訳はまだ母語話者の確認を受けていません。 Not yet reviewed by a native speaker.

## Kinds and stages
alert-kind-alert = 警報
alert-kind-update = 更新
alert-kind-cancel-error = 取り消し（誤って発信）
alert-kind-cancel-withdrawn = 取り消し（見込みがなくなった）
alert-kind-hold = 保留（誤りとの報告）
alert-kind-clear = 警報解除
alert-kind-lapsed = 確認が途絶えた警報
alert-kind-drill = 訓練
alert-stage-prepare = 準備
alert-stage-expect = まもなく
alert-stage-take-cover = 直ちに行動
alert-stage-clear = 警報解除

## Orders by hazard and stage
alert-order-air-raid-prepare = 避難の準備をしてください
alert-order-air-raid-expect = 避難場所の近くへ移動してください
alert-order-air-raid-take-cover = 直ちに避難してください
alert-order-earthquake-prepare = 壊れた建物に入らないでください
alert-order-earthquake-take-cover = 姿勢を低くし頭を守ってください
alert-order-tsunami-prepare = 海や川から離れてください
alert-order-tsunami-expect = 海岸から高台へ移動してください
alert-order-tsunami-take-cover = すぐに高い所へ逃げてください
alert-order-flood-prepare = 高い所へ移る準備をしてください
alert-order-flood-expect = 高台へ移動してください
alert-order-flood-take-cover = すぐに高い所へ逃げてください
alert-order-landslide-prepare = 斜面から離れる準備をしてください
alert-order-landslide-expect = 斜面から離れてください
alert-order-landslide-take-cover = すぐに斜面から離れてください
alert-order-storm-surge-prepare = 海岸から離れる準備をしてください
alert-order-storm-surge-expect = 海岸から高台へ移動してください
alert-order-storm-surge-take-cover = すぐに高い所へ逃げてください
alert-order-fire-prepare = 避難の準備をしてください
alert-order-fire-expect = 火から離れて避難してください
alert-order-fire-take-cover = すぐに火から離れて逃げてください
alert-order-volcano-prepare = 避難の準備をしてください
alert-order-volcano-expect = 火山から離れて避難してください
alert-order-volcano-take-cover = すぐに火山から離れてください
alert-order-radiological-prepare = 屋内に入る準備をしてください
alert-order-radiological-expect = 屋内に入ってください
alert-order-radiological-take-cover = すぐに建物の中へ入ってください
alert-order-chemical-expect = 建物の上の階へ移動してください
alert-order-chemical-take-cover = すぐに上の階へ移り窓を閉めてください

## Calling back, ending, no longer knowing
alert-cancel-error-order = この警報に従わないでください
alert-cancel-withdrawn-order = 情報を聞き続けてください（取り下げ）
alert-keep-stay = 今の場所にとどまってください
alert-keep-up = まだ下りないでください
alert-keep-away = まだ戻らないでください
alert-hold-order = { $order }（誤報の可能性）
alert-lapsed-order = { $order }（未確認）
alert-clear-order = 警報解除

## The drill
alert-drill-word = 訓練

## The parts
alert-second-awaited = 担当者1人が署名しました。2人目の署名が必要です。
alert-time = { $hour }時{ $minute }分

## Times and numbers, spoken and with their day
# $month (number): 1 to 12. $day (number). $time: a time of day.
alert-date-time = { $month ->
    [1] 1月
    [2] 2月
    [3] 3月
    [4] 4月
    [5] 5月
    [6] 6月
    [7] 7月
    [8] 8月
    [9] 9月
    [10] 10月
    [11] 11月
   *[12] 12月
}{ $day }日{ $time }
