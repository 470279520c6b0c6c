### Alerts: what is sent when lives hang on it. The order stands first, then the danger, the place, the time.
### Only the place and the times are filled in. Never "stay" or "wait" for water, fire and eruptions.
### 翻訳はまだ母語話者の確認を受けていません。 Not yet reviewed by a native speaker.

## What to do, by hazard and stage
alert-do-air-raid-prepare = 最も近い避難場所を確かめてください。水、薬、身分証、充電した電話を手元に。時間のかかる人を手伝ってください。
alert-do-air-raid-expect = 避難場所の中か、1分以内に入れる所にいてください。子どもを連れて行き、窓から離れてください。
alert-do-air-raid-take-cover = 最も近い避難場所、地下、頑丈な建物に入ってください。窓と扉から離れ、エレベーターは使わないでください。
alert-do-earthquake-prepare = 余震がいつ起きるか分かりません。ひびの入った壁、ガラス、斜面から離れてください。海の近くでは、強い揺れの後すぐ高い所へ。
alert-do-earthquake-take-cover = 頭を守り、机の下に入り、脚につかまってください。海の近くでは、揺れが収まったらすぐ高い所へ。
alert-do-tsunami-prepare = 海岸、港、河口から離れてください。高台への道を確かめてください。強い揺れや長い揺れを感じたらすぐ高い所へ。
alert-do-tsunami-expect = 徒歩で高台か津波避難ビルへ移動してください。周りの人も連れて行き、海を見に行かないでください。
alert-do-tsunami-take-cover = 最も近い高台か高く頑丈な建物の、できるだけ上へ走ってください。津波は何度も来ます。戻らないでください。
alert-do-flood-prepare = 必要な物を上の階へ運んでください。地下、アンダーパス、川岸に近づかず、電話を充電してください。
alert-do-flood-expect = 地下や低い土地から出てください。道路が乾いているうちに、高い所の避難場所へ。
alert-do-flood-take-cover = 建物の最上階か高台へ移動してください。水の中を歩いたり、車で進んだりしないでください。
alert-do-landslide-prepare = 急な斜面や沢に近づかないでください。必要な物をまとめ、逃げる道を確かめてください。
alert-do-landslide-expect = 斜面の下や沢沿いの家から出てください。谷を通らずに避難場所へ。
alert-do-landslide-take-cover = 土砂の通り道から横へ離れ、固い地盤か頑丈な建物の上の階へ移動してください。
alert-do-storm-surge-prepare = 必要な物を上の階へ運んでください。海岸、港、河口に近づかないでください。
alert-do-storm-surge-expect = 水が来る前に、高台か海岸から遠い避難場所へ移動してください。地下から出てください。
alert-do-storm-surge-take-cover = 建物の最上階か高台へ移動してください。水の中を歩いたり、車で進んだりしないでください。
alert-do-fire-prepare = 水、薬、身分証をまとめてください。窓を閉め、逃げる道を二つ確かめ、時間のかかる人は早めに避難を。
alert-do-fire-expect = 煙と反対の方向の道で、避難場所か広い空き地へ。周りの人も連れて行ってください。
alert-do-fire-take-cover = すぐに、風を横切って火から離れてください。口と鼻を覆い、荷物は持たないでください。
alert-do-volcano-prepare = 水、マスク、ゴーグルをまとめてください。谷や山に近づかず、逃げる道を確かめてください。
alert-do-volcano-expect = 火山と谷から離れ、避難場所へ移動してください。口、鼻、目を覆ってください。
alert-do-volcano-take-cover = すぐに谷から出て、火山から離れてください。頭、口、目を覆ってください。
alert-do-radiological-prepare = 人と動物を屋内に入れ、窓を閉めてください。水道水をためてください。ヨウ素剤は指示があるときだけ飲んでください。
alert-do-radiological-expect = 頑丈な建物に入ってください。窓と扉を閉め、換気を止め、水とラジオを手元に置いてください。
alert-do-radiological-take-cover = 頑丈な建物の地下か中央へ移動してください。窓と扉を閉め、上着を脱いでください。
alert-do-chemical-expect = 建物に入り、上の階へ移動してください。窓と扉を閉め、換気を止めてください。
alert-do-chemical-take-cover = 上の階へ移動してください。地下には行かない。窓と扉を閉めて隙間をふさぎ、ぬらした布で口と鼻を覆ってください。

## Calling back, ending, no longer knowing
alert-cancel-error-do = 警報は誤って発信されました。その前の指示が再び有効です。新しい警報が出たら、すぐに従ってください。
alert-cancel-withdrawn-do = 警報は発信時には正しいものでしたが、その後、見込みがなくなりました。新しい警報がいつ出るか分かりません。
alert-hold-do = この警報は誤りとの報告があります。別の担当者が確認中です。続いて公的な情報をお知らせします。
alert-lapsed-do = この警報は確認が途絶えています。終わったとは、まだ誰も発表していません。
alert-clear-do-air-raid = ゆっくり外へ出てください。不審な物に触れず、壊れた建物に近づかないでください。新しい警報がいつ出るか分かりません。
alert-clear-do-earthquake = ひびの入った建物に入らず、ガスと火を確かめてください。余震の可能性があります。そのときは姿勢を低くし、頭を守ってください。
alert-clear-do-tsunami = 通行が認められていない海岸、川、がれきに近づかないでください。再び揺れたら、すぐ高い所へ。
alert-clear-do-flood = たまった水や壊れた家に入らず、電線に近づかないでください。水道水は飲めると発表されてから飲んでください。
alert-clear-do-landslide = 斜面や崩れた土砂に近づかず、壊れた家に入らないでください。雨で再び動くことがあります。
alert-clear-do-storm-surge = たまった水や壊れた家に入らず、電線に近づかないでください。水道水は飲めると発表されてから飲んでください。
alert-clear-do-fire = 通行が認められた所だけ戻ってください。残り火、倒れる木、煙に気をつけてください。
alert-clear-do-volcano = 通行が認められた所だけ戻ってください。灰の中ではマスクを。再び噴火することがあります。
alert-clear-do-radiological = 体を洗い、着替えてください。食べ物、水、移動については公的な指示に従ってください。
alert-clear-do-chemical = 窓を開け、すべての部屋を換気してください。具合の悪い人は、すぐに医師へ。

## The drill
alert-drill-say = 訓練
alert-drill-around = { $word }。{ $text }{ $word }。
alert-drill-do = これは訓練です。練習として今行ってください。本当の警報が出たら、訓練は直ちに終わります。

## The parts
alert-head = { $order }：{ $hazard }、{ $place }。
alert-what = 災害：{ $hazard }（{ $stage }）。場所：{ $place }。
alert-clock = { $time }。
alert-issued = 発表：{ $time }。
alert-impact = 予想：{ $time }。
alert-until = 確認の期限：{ $time }。
alert-replaces = { $time }の警報に代わるものです。
alert-about = { $time }の警報についてです。
alert-order-end = { $order }。
alert-late-indoors = 避難場所に間に合わないとき、屋内では：{ $order }
alert-late-outdoors = 屋外では：{ $order }
alert-listen = ラジオ、屋外スピーカー、公式の案内で、公的な情報を聞いてください。
alert-place-here = この地域
alert-place-more = { $places }ほか{ $more }か所
alert-sentences = { $first }{ $second }
alert-say-time = { $hour }{ $minute }

## Times and numbers, spoken and with their day
# An hour of the day, as it is spoken.
alert-say-hour = { $hour ->
    [0] 零時
    [1] 一時
    [2] 二時
    [3] 三時
    [4] 四時
    [5] 五時
    [6] 六時
    [7] 七時
    [8] 八時
    [9] 九時
    [10] 十時
    [11] 十一時
    [12] 十二時
    [13] 十三時
    [14] 十四時
    [15] 十五時
    [16] 十六時
    [17] 十七時
    [18] 十八時
    [19] 十九時
    [20] 二十時
    [21] 二十一時
    [22] 二十二時
   *[23] 二十三時
}
# The minutes after it, as they are spoken.
alert-say-minute = { $minute ->
    [0] 零分
    [1] 一分
    [2] 二分
    [3] 三分
    [4] 四分
    [5] 五分
    [6] 六分
    [7] 七分
    [8] 八分
    [9] 九分
    [10] 十分
    [11] 十一分
    [12] 十二分
    [13] 十三分
    [14] 十四分
    [15] 十五分
    [16] 十六分
    [17] 十七分
    [18] 十八分
    [19] 十九分
    [20] 二十分
    [21] 二十一分
    [22] 二十二分
    [23] 二十三分
    [24] 二十四分
    [25] 二十五分
    [26] 二十六分
    [27] 二十七分
    [28] 二十八分
    [29] 二十九分
    [30] 三十分
    [31] 三十一分
    [32] 三十二分
    [33] 三十三分
    [34] 三十四分
    [35] 三十五分
    [36] 三十六分
    [37] 三十七分
    [38] 三十八分
    [39] 三十九分
    [40] 四十分
    [41] 四十一分
    [42] 四十二分
    [43] 四十三分
    [44] 四十四分
    [45] 四十五分
    [46] 四十六分
    [47] 四十七分
    [48] 四十八分
    [49] 四十九分
    [50] 五十分
    [51] 五十一分
    [52] 五十二分
    [53] 五十三分
    [54] 五十四分
    [55] 五十五分
    [56] 五十六分
    [57] 五十七分
    [58] 五十八分
   *[59] 五十九分
}
# A number, as it is spoken: in the name of a place.
alert-say-number = { $number ->
    [0] 零
    [1] 一
    [2] 二
    [3] 三
    [4] 四
    [5] 五
    [6] 六
    [7] 七
    [8] 八
    [9] 九
    [10] 十
    [11] 十一
    [12] 十二
    [13] 十三
    [14] 十四
    [15] 十五
    [16] 十六
    [17] 十七
    [18] 十八
    [19] 十九
    [20] 二十
    [21] 二十一
    [22] 二十二
    [23] 二十三
    [24] 二十四
    [25] 二十五
    [26] 二十六
    [27] 二十七
    [28] 二十八
    [29] 二十九
    [30] 三十
    [31] 三十一
    [32] 三十二
    [33] 三十三
    [34] 三十四
    [35] 三十五
    [36] 三十六
    [37] 三十七
    [38] 三十八
    [39] 三十九
    [40] 四十
    [41] 四十一
    [42] 四十二
    [43] 四十三
    [44] 四十四
    [45] 四十五
    [46] 四十六
    [47] 四十七
    [48] 四十八
    [49] 四十九
    [50] 五十
    [51] 五十一
    [52] 五十二
    [53] 五十三
    [54] 五十四
    [55] 五十五
    [56] 五十六
    [57] 五十七
    [58] 五十八
   *[59] 五十九
}
