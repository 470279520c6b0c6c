var e=`
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

alert-drill-say = 訓練
alert-drill-around = { $word }。{ $text }{ $word }。
alert-drill-do = これは訓練です。練習として今行ってください。本当の警報が出たら、訓練は直ちに終わります。

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

alert-cancel-error-order = この警報に従わないでください
alert-cancel-withdrawn-order = 情報を聞き続けてください（取り下げ）
alert-keep-stay = 今の場所にとどまってください
alert-keep-up = まだ下りないでください
alert-keep-away = まだ戻らないでください
alert-hold-order = { $order }（誤報の可能性）
alert-lapsed-order = { $order }（未確認）
alert-clear-order = 警報解除

alert-drill-word = 訓練

alert-second-awaited = 担当者1人が署名しました。2人目の署名が必要です。
alert-time = { $hour }時{ $minute }分

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


desk-title = hinan desk：署名する内容がそのまま見えます
desk-signs-for = この端末の署名者：{ $person }
desk-key-unknown = この鍵は鍵束にありません。閲覧はできますが、署名は無効です。
desk-ring-until = 鍵束 第{ $number }号、{ $date }まで
desk-ring-expired = 鍵束は{ $date }に期限が切れました。管理者から新しいものを受け取ってください。
desk-tab-now = 現在
desk-tab-warn = 新しい警報
desk-tab-drill = 新しい訓練
desk-skip = 本文へ移動
desk-map-help = 警報の区域の地図。描くときはクリックかEnterで角を置き、矢印キーで地図を動かします。
desk-lab = 実験室：外部には届きません
desk-live = 本番：住民に届きます

desk-nothing = このフォルダーに継続中の警報はありません。最終読み込み { $time }。危険の有無を示すものではありません。
desk-read = 最終読み込み { $time }
desk-no-contact = { $time }以降、プログラムと通信できていません。表示が古い可能性があります。
desk-awaiting = 署名待ち
desk-in-force = 有効な警報
desk-on-hold = 保留中
desk-unconfirmed = 未確認
desk-lapsed = 確認が途絶えた警報
desk-ended = 終了
desk-refused = 拒否
desk-refused-help = これらのファイルは信用されず、誰にも伝えられません。理由は符号のとおりです。
desk-active-digest = 継続中の内容を4語で：{ $words }
desk-active-help = 同じフォルダーを見る端末には同じ語が出ます。
desk-issued = 発表 { $time }（{ $ago }前）
desk-issued-ahead = 発表 { $time }：この時計より先です。どちらかの時計が違っています。
desk-drafted = 作成 { $time }（{ $ago }前）
desk-until = { $time }まで有効（残り{ $left }）
desk-hold-until = { $time }まで保留（残り{ $left }）。2人目が署名しなければ再び有効になります
desk-lapsed-since = { $time }以降、確認されていません。終わったとは誰も言っていません。
desk-final = 確定。
desk-replaced-by = 差し替え：{ $words }
desk-ended-by = 終了させた文書：{ $words }
desk-drill-cut = 本物の警報により終了
desk-signed-by = 署名者：{ $people }。
desk-signed-of = { $needed }人中{ $signed }人。
desk-two-keys = { $person }は{ $keys }個の鍵で署名しましたが、1人と数えます。
desk-not-counted = 数えられない署名：{ $reason }
desk-verified = 検証済み
desk-awaited = 2人目の担当者を待っています
desk-awaited-first = 署名なし
desk-open = 内容を見る
desk-review = 確認して署名
desk-cancel = 取り消す
desk-clear = 警報を解除する
desk-update = 差し替える
desk-about = 対象：{ $what }

desk-new-alert = 新しい警報
desk-new-drill = 新しい訓練
desk-new-update = 警報の差し替え
desk-drill-note = 訓練：すべての文が訓練の語で始まり、終わります
desk-hazard = 何の危険ですか
desk-stage = 住民は何をしますか
desk-where = どこですか
desk-where-zones = 区域名で選ぶ
desk-where-drawn = 地図に描く
desk-zones = 区域
desk-zones-find = 区域を探す
desk-zones-none = 区域が登録されていません。区域のある地域か --zones を付けて起動してください。
desk-zones-chosen = 選択中：{ $names }
desk-draw-help = 角を順にクリックするか、矢印キーで地図を動かしてEnterを押します。最後の角は最初の角と結ばれます。
desk-corners = 角、1行に1つ：緯度,経度
desk-corners-wrong = { $line }行目は緯度,経度ではありません。
desk-corner-undo = 最後の角を戻す
desk-corners-clear = すべての角を消す
desk-place-name = 住民に通じる地名
desk-duration = どのくらいの間ですか
desk-hours = { $hours }時間
desk-impact = 何分後に到達するか（分かる場合）
desk-languages = 言語
desk-preview = 住民が読む内容
desk-preview-none = 危険、行動、場所を選んでください。場所がないと送れません。
desk-ends = 再確認がなければ { $time } まで
desk-write = 下書きを作る
desk-write-drill = 訓練の下書きを作る
desk-write-help = 署名なしで共有フォルダーに入り、もう1つの端末にすぐ表示されます。2人が署名するまで誰にも伝わりません。

desk-people = { $people ->
   *[other] { $people }人
}
desk-people-guess = 地図の建物からの推定
desk-people-unknown = 区域内の人数と避難場所：不明（地域が開かれていません）
desk-shelters = { $shelters ->
   *[other] 避難場所{ $shelters }か所
}
desk-spill = 選んだ範囲の外：{ $people ->
   *[other] { $people }人
}
desk-length = { $most }中{ $used } { $alphabet }
desk-form-all = 経路ごとの文面
desk-form-headline = 見出し
desk-form-description = 何が、どこで、いつ
desk-form-instruction = とるべき行動
desk-form-short90 = 最短
desk-form-short360 = 短文
desk-form-long = 長文の放送
desk-form-speech = 読み上げ

desk-review-help = ここにある内容はすべて、署名されるバイト列そのものから読み取ったものです。
desk-kind = 種類
desk-danger = 災害
desk-how-near = 切迫度
desk-place = 場所
desk-concerned = 区域内
desk-time = 時間
desk-time-span = { $from }から{ $to }まで（{ $length }）
desk-arrives = 到達 { $time }
desk-issued-only = 発表 { $time }
desk-state = 状態
desk-signatures = 署名
desk-four-words = 4つの単語
desk-four-words-help = もう1人の担当者に読み上げてください。語が違えばバイト列も違います。署名しないでください。
desk-digest = ハッシュ値全体
desk-texts = 全言語の文面
desk-retype = 区域内の人数を入力してください
desk-retype-help = { $people }人に伝わります。この数を入力してください。
desk-retype-wrong = 区域内の人数と一致しません。
desk-passphrase = 鍵の合言葉
desk-passphrase-help = この機械のプログラムだけに渡され、保存されません。
desk-sign-as = 署名する：{ $what }
desk-signing = 署名しています…
desk-signed-done = 署名しました。{ $state }
desk-discard = 下書きを破棄する
desk-discarded = 下書きを破棄しました。
desk-back = 現在の一覧へ戻る
desk-already = 署名済みです。別の人が自分の端末で署名する必要があります。

desk-cancel-title = 取り消し
desk-cancel-help = 1人の署名で保留となり、誤りと報告された旨が伝わります。2人目の署名で確定します。
desk-cancel-help-late = 1人で保留にできる時間が過ぎたか、鍵束が認めていません。2人が署名するまで何も変わりません。
desk-cancel-error = 誤って発信
desk-cancel-error-help = 発信すべきではありませんでした。
desk-cancel-withdrawn = 見込みがなくなった
desk-cancel-withdrawn-help = 発信は正しかったが、予想された事態は見込まれなくなりました。
desk-clear-help = 警報解除：危険が終わったと住民に伝わります。2人が署名するまで何も変わりません。

desk-error-token = 起動時に表示されたアドレスで開いてください。
desk-error-gone = フォルダーにもうありません。
desk-error-passphrase = 合言葉が違います。もう一度入力してください。締め出されることはなく、少し待つだけです。

desk-tab-arm = 事前命令
desk-kind-arming = 事前署名の命令
desk-kind-void-arming = 事前署名の命令の取り消し
desk-kind-other = ここでは署名しない文書
desk-armed = 単独で警報を出せる命令
desk-armed-until = { $time }まで（残り{ $left }）
desk-armed-from = { $time }から
desk-void-state = 取り消し済み。この命令では警報を出せません。
desk-new-arm = 単独で警報を出せるようにする
desk-arm-help = 2人が事前に署名します。その後は、選ばれた人が下の警報を、下の区域と時間に限り、1人の署名で出せます。
desk-arm-who = 誰が単独で出せますか
desk-arm-templates = どの警報ですか
desk-arm-hours = 今から何時間ですか
desk-arm-life = 1つの警報の最長時間
desk-arm-none = 人、警報、場所を選んでください。
desk-arm-write = 命令の下書きを作る
desk-arm-feed = { $name }（自動配信）
desk-raise = この命令で警報を出す
desk-void = 命令を取り消す
desk-new-armed = 1人で出す警報
desk-armed-note = 事前署名の命令による警報：1人の署名で有効になります。
desk-armed-write-help = 署名なしで共有フォルダーに入ります。あなた1人の署名で有効になります。
desk-who = 対象者
desk-which = 警報
desk-longest = 1つの警報の最長
desk-sender = 発信者
desk-under-order = 根拠の命令
desk-people-nobody = 区域内の人数：誰も数えていません
desk-people-zone-nobody = 人数は未集計

desk-error-already = 署名済みです。鍵が違っても、2人目は別の人でなければなりません。
desk-error-area = 区域名か図形のどちらか一方を、多すぎない範囲で選んでください。
desk-error-area-drawing = この図形は使えません。角が3つ以上必要です。
desk-error-area-no-name = 描いた場所に、住民に通じる名前を付けてください。
desk-error-area-none = 場所が選ばれていません。場所がないと送れません。
desk-error-area-refused = この場所では送れません：{ $reasons }
desk-error-area-unknown-zone = この端末の一覧に区域「{ $zone }」はありません。
desk-area-crosses = 線が交差または接触しています
desk-area-swapped = 緯度と経度が逆です
desk-area-elsewhere = この地域の外にあります
desk-area-too-much = 角が多すぎます
desk-area-other = どこか判別できません
desk-error-arming-hours = 命令の時間が長すぎるか、ゼロです。鍵束の上限は{ $most }分です。
desk-error-arming-life = 1つの警報の時間が長すぎるか、ゼロです。鍵束の上限は{ $most }分です。
desk-error-arming-nobody = 単独で警報を出せる人が選ばれていません。
desk-error-arming-not-now = この命令は今は有効ではありません。署名が足りないか、取り消されたか、時間外です。
desk-error-arming-outside = この命令は、その警報、区域、時間を認めていません。
desk-error-arming-unknown = 鍵束に「{ $who }」という人も配信元もありません。
desk-error-armed-drill = 訓練は事前署名の命令では出せません。
desk-error-body = ページとプログラムの形式が合いません。読み込み直してください。
desk-error-broken = この文書には誤りがあります。署名せず、作り直してください。
desk-error-cap = 有効な電文になりません。
desk-error-impact-outside = 到達時刻が警報の有効時間の外です。
desk-error-key = 鍵ファイルを使えません。
desk-error-language = 文面のない言語が含まれています。
desk-error-machine = プログラムまたは共有フォルダーの障害です。
desk-error-mixed-hazards = 複数の災害の警報です。1つずつ終了してください。
desk-error-mixed-worlds = 本番と訓練を1つの文書にはできません。
desk-error-no-language = 言語が選ばれていません。
desk-error-no-ring = 鍵束がないため、誰も署名できません。
desk-error-no-such-pair = その災害のその段階の警報はありません。
desk-error-no-target = 警報が指定されていません。
desk-error-not-an-alert = それは警報でも訓練でもありません。
desk-error-not-here = この鍵では署名できないか、もう署名が要りません。
desk-error-other-bytes = 添えられた電文が、署名されたものと違います。
desk-error-people = 区域内の人数と一致しません。
desk-error-reason = 取り消しの理由を選んでください。
desk-error-room = ファイルに署名の空きがありません。
desk-error-signed = 署名があります。破棄ではなく取り消してください。
desk-error-statement = 受信側が拒否する内容です。
desk-error-template = その名前のひな形はありません。
desk-error-too-long = 時間が長すぎるか、ゼロです。鍵束の上限は{ $most }分です。
desk-error-world = この端末ではその種別の下書きを作れません。
desk-why-earthquake-expect = 数分前には誰にも分かりません。数秒前なら「{ $order }」です
desk-why-chemical-prepare = 漏えいは何時間も前には予測できません

desk-fault-sent = 電文と文書の時刻が違います：{ $message }、{ $statement }。
desk-fault-hazard = 電文の災害が文書と違います：{ $hazard }。
desk-fault-template = 文書のひな形は { $template } ですが、電文は別のものです。
desk-fault-no-template = 該当するひな形がありません。正しい内容を確かめられません。
desk-fault-expires = 電文と文書の終了時刻が違います。
desk-fault-status = 電文は { $found }、文書は { $wanted } です。
desk-fault-message-type = 電文の種類が { $wanted } ではなく { $found } です。
desk-fault-no-text = 電文に文面がありません。
desk-fault-head = 文面の外に、ひな形にないものが含まれています。
desk-fault-other-zones = 電文の区域が文書と違います。
desk-fault-blocks-differ = 文面どうしが一致しません。{ $language } と { $first } の違い：{ $parts }。
desk-fault-unknown-language = { $language } のひな形がありません。内容を確かめられません。
desk-fault-not-composed = { $language } がひな形どおりではありません：{ $parts }。
desk-fault-unknown-zone = この端末の一覧に区域 { $zone } がありません。場所を確かめられません。
desk-fault-zone-name = 電文は区域 { $zone } を「{ $found }」と呼んでいます。正しくは「{ $wanted }」です。
desk-fault-zone-outline = 区域 { $zone } の図形が正しい輪郭ではありません。
desk-fault-targets = 対象の警報と一致しません：{ $parts }。
desk-part-ground = 範囲
desk-part-zones = 区域
desk-part-places = 地名
desk-part-hazard = 災害
desk-part-codes = 符号
desk-part-times = 時刻
desk-part-words = 文言
desk-part-sender = 発信者
desk-part-rest = ひな形にないもの

desk-file-no-envelope = 署名の封筒がありません。誰も署名していません。
desk-file-too-large = 大きすぎます。
desk-file-too-many-files = ファイルが多すぎます。初めの分だけを見ています。
desk-file-unreadable = 読み取れません。

desk-refusal-too-large = 封筒が大きすぎます。
desk-refusal-bad-envelope = 正しい封筒ではありません。壊れているか、別のものです。
desk-refusal-bad-base64 = 封筒の一部が壊れています。
desk-refusal-too-many-signatures = 封筒の署名が多すぎます。
desk-refusal-foreign-type = 別のシステムの文書です。
desk-refusal-update-needed = このプログラムより新しい形式です。更新してください。
desk-refusal-unexpected-type = 文書の種類がここに合いません。
desk-refusal-bad-bundle = まとめファイルが壊れています。
desk-refusal-root-not-pinned = この端末が信頼する根ではありません。
desk-refusal-root-gap = 間の根が欠けています。最後の正しいものを使い続けます。
desk-refusal-root-fork = 同じ番号の別の根があります。
desk-refusal-root-world = 根が本番と実験室を取り替えています。
desk-refusal-root-threshold-before = 前の根の署名者が足りません。
desk-refusal-root-threshold-own = この根の署名者が足りません。
desk-refusal-ring-threshold = 鍵束の管理者の署名が足りません。
desk-refusal-ring-too-long = 鍵束の期間が長すぎます。
desk-refusal-ring-rolled-back = より新しい鍵束があります。
desk-refusal-ring-missing = 最新の根に有効な鍵束がありません。最後の正しいものを使い続けます。
desk-refusal-no-ring = 署名を確かめる鍵束がありません。
desk-refusal-no-valid-signature = 鍵束の鍵による署名がありません。
desk-refusal-bad-json = 文書が壊れています。
desk-refusal-bad-statement = 文書に不足、余分、または矛盾があります。
desk-refusal-other-scope = 別の根に属する文書です。
desk-refusal-type-not-granted = この種類の文書に署名する権限が誰にもありません。
desk-refusal-outside-rights = その段階、災害、区域、避難場所に署名する権限が誰にもありません。
desk-refusal-compromised-key = 他人の手に渡った鍵が見つかるまでは、署名が足りていました。
desk-refusal-ring-too-old = 鍵束の期限切れから400日を超えています。
desk-refusal-ring-too-old-for-one = 鍵束の期限切れから30日を超え、1人では足りません。
desk-refusal-standalone-missing = 独立したプログラムによる署名がありません。
desk-refusal-second-person-awaited = 鍵束が求める人数の署名がありません。
desk-refusal-builder-missing = 作成機械の署名がありません。
desk-refusal-reviewer-missing = 差分を読んで署名した人が足りません。
desk-refusal-wrong-holder = 署名した機械の種類が違います。
desk-refusal-arming-unseen = 引用された命令がこのフォルダーにありません。
desk-refusal-arming-not-valid = 引用された命令の署名または権限が足りません。
desk-refusal-arming-void = 命令は取り消されています。
desk-refusal-arming-too-long = 命令の時間が、認められた上限を超えています。
desk-refusal-armed-by-other = 命令は別の人を指定しています。
desk-refusal-armed-outside-hours = 命令の時間外に発表されました。
desk-refusal-armed-outside-zones = 命令にない区域を含みます。
desk-refusal-armed-other-hazard = 命令にない災害です。
desk-refusal-armed-other-stage = 命令にない段階です。
desk-refusal-armed-other-template = 命令にないひな形です。
desk-refusal-armed-too-long = 命令が認める時間を超えています。
desk-refusal-solo-too-long = 1人の警報が、鍵束の認める時間を超えています。
desk-refusal-solo-renewed = 1人で自分の警報を延長できません。
desk-refusal-solo-too-late = 1人で取り消せるのは発表の直後だけです。
desk-refusal-solo-target-unseen = 1人で取り消せるのは、ここにある警報だけです。
desk-refusal-lowering-needs-two = 段階を下げる、または範囲を狭めるには2人が必要です。
desk-refusal-cap-missing = 対応する電文がフォルダーにありません。
desk-refusal-cap-length = 電文の長さが署名と違います。
desk-refusal-cap-digest = 電文が変えられています。この文書のバイト列ではありません。
desk-refusal-cap-unreadable = 電文が正しいCAP 1.2ではありません。
desk-refusal-cap-status = 本番・訓練・実験室の別が、電文と文書で違います。
desk-refusal-cap-message-type = 電文の働きが文書と違います。
desk-refusal-cap-sent = 電文の発信時刻が文書と違います。
desk-refusal-cap-expires = 電文の終了時刻が文書と違います。
desk-refusal-cap-response = 警報を終える内容かどうかが、電文と文書で違います。
desk-refusal-cap-area = 電文の範囲が文書と違います。
desk-refusal-cap-references = 電文が指す電文が文書と違います。
desk-refusal-life-too-long = その段階で認められる時間を超えています。
desk-refusal-target-other-world = 本番と訓練など、別の種別の電文を指しています。
desk-refusal-target-outside-rights = 署名者に、対象についての権限がありません。
desk-refusal-blocked-by-cancel = 2人が取り消しました。
desk-refusal-epoch-ahead = 鍵束がまだ始めていない期の番号です。
desk-refusal-rolled-back = より新しいものがあります。
desk-refusal-stale = 古すぎて意味がありません。
desk-refusal-siren-other = この装置あてではありません。
desk-refusal-siren-too-long = 180秒を超えて鳴らす内容です。
desk-refusal-siren-inner = 含まれる警報が無効か、サイレン用ではありません。
desk-refusal-store-full = 文書を入れる空きがありません。

desk-signature-malformed = 署名の形ではありません
desk-signature-unknown-key = 鍵が鍵束にありません
desk-signature-webauthn-unsupported = Web認証器の署名はまだ確かめられません
desk-signature-weak-key = 鍵が正しくありません
desk-signature-wrong-signature = このバイト列の署名ではありません
desk-signature-compromised-key = 鍵が他人の手に渡っています
desk-signature-retired-key = 鍵はすでに返却されています
desk-signature-type-not-granted = この種類に署名する権限がありません
desk-signature-outside-rights = その段階、災害、区域、避難場所への権限がありません

desk-note-ring-expired = 鍵束の期限が切れています。新しいものが必要です。
desk-note-ring-behind = ここにあるものより新しい鍵束で作られました。
desk-note-clock-behind = この時計より後に発表されています。時計が遅れています。
desk-note-expired = 時間が過ぎています。
desk-note-second-officer-awaited = 1人の担当者が出しました。2人目を待っています。
desk-note-same-id = 同じ識別子の文書がほかにも有効です。両方とも生きています。
desk-note-target-unseen = ここにないものを指しています。
desk-note-target-outside-rights = 対象の1つに権限がなく、それは残ります。
desk-note-target-other-world = 対象の1つは本番・訓練の別が違うため、残ります。
desk-note-elsewhere = ほかの場所あてです。


hazard-air-raid = 空襲・ミサイル
hazard-earthquake = 地震
hazard-tsunami = 津波
hazard-flood = 洪水
hazard-landslide = 土砂災害
hazard-storm-surge = 高潮
hazard-fire = 大規模な火事
hazard-volcano = 火山噴火
hazard-radiological = 放射性物質
hazard-chemical = 化学物質・ガス
hazard-untold = 何が起きたか分からない
hazard-and = { $first }＋{ $second }

walker-adult = 大人
walker-older = 高齢者
walker-child = 子ども・ベビーカー
walker-wheelchair = 車いす
walker-night = { $walker }（夜間）


late-air-raid-inner-room = 建物の中央の部屋か、窓のない階段へ移動してください。入口の階と最上階は避けます。窓ガラスから離れて伏せてください。
late-air-raid-lie-down = すぐに近くの頑丈な建物に入ってください。数歩以内に建物がなければ、くぼみや塀の陰に伏せ、頭を守ってください。
late-earthquake-drop-cover-hold = 姿勢を低くし、机の下に入り、揺れが収まるまで脚につかまってください。その後、階段で外へ出てください。
late-earthquake-open-ground = 塀、ガラス、電線から離れ、広い場所へ出てください。
late-tsunami-highest-floor = すぐに上へ逃げてください。行ける範囲で最も高い頑丈な建物の最上階か屋上へ。絶対に下りない。海や川に近づかない。
late-tsunami-high-ground = すぐに高い所へ逃げてください。最も近い高台か、高く頑丈な建物の、できるだけ上へ。海や川に近づかない。
late-flood-highest-floor = 建物の最上階へ上がってください。地下には絶対に下りない。流れる水の中に入らない。
late-flood-high-ground = 高台へ、または最も近い頑丈な建物の上の階へ上がってください。アンダーパスや流れる水の中に入らない。
late-storm-surge-highest-floor = 建物の最上階へ上がってください。地下には絶対に下りない。流れる水の中に入らない。
late-storm-surge-high-ground = 高台へ、または最も近い頑丈な建物の上の階へ上がってください。アンダーパスや流れる水の中に入らない。
late-landslide-upstairs-away-from-slope = 上の階の、斜面から離れた側の部屋へ移動してください。
late-landslide-sideways = 斜面の正面から横へ離れ、高い方へ逃げてください。斜面に沿って下へ逃げない。
late-fire-keep-going = 火から離れ続けてください。風を横切る方向に、広い空き地か広い水辺へ。引き返さない。
late-volcano-keep-going = 火山から離れ続け、谷や沢から出てください。口と目を覆ってください。
late-radiological-middle-or-cellar = 地下室か建物の中央へ移動してください。窓と扉を閉め、上着を脱いでください。
late-radiological-into-building = 最も近い頑丈な建物に入り、地下か中央へ移動してください。入口で上着を脱いでください。
late-chemical-upstairs-sealed = 上の階へ移動してください。地下には行かない。窓と扉を閉めて隙間をふさぎ、換気を止めてください。
late-chemical-upwind = 風を横切って高い方へ、においや煙の外へ出てください。または最も近い建物の上の階へ。
late-air-raid-with-chemical-inner-room-above-ground = 2階以上の中央の部屋へ移動してください。地下には行かない。扉と窓を閉め、隙間をふさいでください。
late-air-raid-with-chemical-into-building-upstairs = 最も近い頑丈な建物に入り、上の階の中央の部屋へ移動してください。地下には行かない。
late-untold-inner-room-above-ground = 2階以上の中央の部屋へ移動し、窓から離れ、公的な情報を聞いてください。水が来たら上へ。煙やにおいがあれば、風を横切って離れてください。
late-untold-into-building = 最も近い頑丈な建物に入り、2階以上で窓から離れ、公的な情報を聞いてください。水が来たら上へ。煙やにおいがあれば、風を横切って離れてください。
late-no-hazard = 代わりにとる行動は災害の種類によって違います。自治体や当局の指示に従ってください。
late-no-shelter = この速さでは、ここから時間内（{ $left }）に着ける避難場所はこの地域にありません。{ $order }
late-on-arrival = 中に入ったら：{ $order }


page-title = hinan：どの避難場所へ、どの道で、何分で
page-question = どの避難場所へ、どの道で、何分で？
page-place = { $place }の避難場所
page-not-for-emergency = 緊急時には使わないでください。自治体や当局の指示に従ってください。
page-cannot-wake = このページは眠っている人を起こせません。電話の緊急速報を有効にしてください。
page-not-reviewed = この言語はまだ母語話者の確認を受けていません。
page-data-date = { $date }現在のデータ
page-data-date-unknown = データの日付は不明
page-attribution = データの出典
page-language = 言語
page-theme = 配色
page-theme-light = 明るい
page-theme-dark = 暗い
page-theme-system = 端末に合わせる
page-skip-to-plans = 避難案へ移動
page-menu = メニュー

page-tab-resident = 住民
page-tab-planner = 計画担当

page-map = 地図
page-map-help = 道路、避難場所、戸口の地図。クリックで場所を選ぶか、矢印キーで動かして Enter を押してください。
page-zoom-in = 拡大
page-zoom-out = 縮小
page-show-all = 地域全体を表示
page-legend = 凡例
page-legend-minutes = ここから避難場所に入るまでの分数
page-band-first = { $minutes }分まで
page-band = { $from }～{ $to }分
page-band-over = { $minutes }分超
page-no-way = 避難場所への道なし
page-unknown = 不明
page-forbidden = 立入禁止区域
page-shelter-official = 公式の避難場所
page-shelter-mapped = 地図にあるが、公式の一覧にない
page-shelter-candidate = 候補（適すると認められていない）
page-shelter-closed = この画面で閉鎖中

page-search-none = 「{ $words }」は見つかりません。
page-search-results = { $number }件
page-choose-start = 地図で自分の建物をクリックしてください。
page-locate = 現在地を使う
page-locate-note = 位置情報はこの端末から出ません。
page-locate-failed = 現在地が分かりません。地図で自分の建物をクリックしてください。
page-hazard = 災害の種類
page-hazard-any = 種類を問わない
page-walker = 歩く人
page-floor = 階
page-floor-help = 出口より何階上か。エレベーターは使えないものとします。
page-delay = 歩き出すまでの時間
page-within = 持ち時間
page-within-default = 区域・自治体・災害の種類による
page-at = 日時
page-at-now = 時刻を問わない
page-more-options = 詳しい条件

page-plans = 避難案
page-plan = 案{ $letter }
page-plan-zero = 案0：この建物
page-minutes = { $minutes ->
   *[other] 分
}
page-in-time = 間に合う
page-go-at-once = すぐ出発
page-only-if-outside = 屋外にいる場合だけ
page-late = 間に合わない
page-what-to-do = 今すること
page-the-way = 道順
page-facts = この避難場所について
page-print = 印刷
page-clear = 消去
page-no-plans = ここからの避難案はありません

page-coverage = 到達状況
page-all = 全体
page-in-time-share = 間に合う割合
page-median = 中央値
page-worst = 最大
page-count = 集計
page-counting = 集計中…
page-export = 書き出し
page-export-csv = 表（CSV）
page-export-geojson = 地図レイヤー（GeoJSON）
page-export-gpkg = 地図レイヤー（GeoPackage）
page-export-parquet = 位置付きの表（GeoParquet）
page-close-shelter = この避難場所を閉鎖する
page-open-shelter = この避難場所を再び開く
page-close-street = この道を閉鎖する
page-open-street = この道を再び開く
page-reset = 閉鎖をすべて取り消す
page-changed = 変わること
page-lose = { $people }人が間に合わなくなります
page-gain = { $people }人が間に合うようになります
page-nothing-changes = 誰にも変化はありません。
page-audit = データの誤り
page-audit-none = 誤りは見つかりませんでした。誤りがないという意味ではありません。
page-audit-findings = 指摘{ $number }件
page-audit-costs = 影響する人数：{ $people }人
page-compare = 比較
page-difference = 第二−第一
page-show-on-map = 地図に表示

page-close = 閉じる
page-error = エラー：{ $reason }
page-error-outside = その場所はこの地域の外です。
page-error-no-street = この人が使える道が{ $length }以内にありません。
page-error-map = このブラウザーでは地図を描けません。下の避難案は使えます。

page-keyboard = キーボード
page-key-move = 矢印キー：地図を動かす
page-key-zoom = プラスとマイナス：拡大・縮小
page-key-choose = Enter：中央の場所を選ぶ
page-key-search = スラッシュ：検索
page-key-close = Escape：閉じる

page-search-or-place = 通り、避難先、または緯度,経度
page-search-go = 検索
page-time-help = 90 s や 10 min のように書きます。
page-changed-help = 地図の避難先か通りをクリックすると閉鎖され、何が変わるかがすぐに分かります。
page-before = 変更前
page-after = 変更後
page-change = 差
page-as-table = 同じ内容を表で見る
page-districts = 地区
page-districts-help = 地区ごとに数える：GeoJSON ファイルをここに置くか、選んでください。
page-file-no-geojson = 地物のある GeoJSON ではありません
page-file-too-large = { $megabytes } MB を超えています
page-other-way = 間に合うかどうかが変わる人はいません。{ $people }人は最寄りの避難場所か道のりが変わります。
page-own-building = 建物そのものが避難場所

page-queue = 入口で待つ時間
page-inside = この建物の避難場所
page-inside-listed = 一覧のとおり
page-inside-known = ある
page-inside-unknown = 不明
page-inside-none = ない
page-also-counted = 計算の条件：{ $what }
page-offered = 案内できる避難場所
page-compare-curves = 発令からの分数ごとに避難場所に入った人の割合（％）
page-finding = データの不備
page-shelters = 避難場所
page-changed-later = 戸口{ $doorsteps }か所からの道が長くなります：中央値で{ $median }、最大で{ $worst }の増加。
page-changed-lose = 戸口{ $doorsteps }か所が避難場所への道をすべて失います。

page-everyone = 全員に場所を
page-everyone-help = 避難先の定員を数えて、だれが間に合う場所を得られるか。まず人数を最大に、次に歩く合計を最小に。
page-everyone-count = 定員を数える
page-everyone-places-each = 定員が不明な避難先の定員
page-everyone-people-each = 戸口ごとの人数
page-everyone-answer = { $people }人のうち{ $placed }人に間に合う場所があり、{ $left }人にはありません。
page-everyone-starts = 住んでいる人数が分からないため、どの戸口も同じに数えます。
page-everyone-unknown = { $shelters }か所の避難先は定員が分かりません。
page-everyone-norm = { $shelters }か所は面積から定員を計算：1人あたり{ $m2 } m²（{ $source }）。
page-everyone-proven = 証明済み：これより多くの人に、またはより短い歩きで場所を割り当てる方法はありません。
page-everyone-not-proven = 良い答えですが、最善とは証明されていません。
page-everyone-instead = 1人分の場所
page-everyone-more = ほかに{ $number }件。別の列で並べ替えると見られます。
page-everyone-on-map = 地図に示すもの
page-everyone-sign-room = 空きのある避難先（大きいほど多い）
page-everyone-sign-full = 満員の避難先
page-everyone-sign-without = 場所のない人
page-everyone-shelter = 避難先
page-everyone-places = 定員
page-everyone-load = 割り当て人数
page-everyone-price = 定員1人分の価値
page-everyone-lose = 施錠で間に合わなくなる人
page-everyone-longer = 施錠で遠くなる人
page-sites = 新しい避難場所
page-sites-help = 新しい避難場所をどこに置くとよいか。今ある避難場所はそのままです。
page-sites-new = いくつ
page-sites-objective = 何を重視するか
page-sites-cover = 間に合う人を最も多く
page-sites-median = 歩く時間の合計を最も短く
page-sites-center = 最も長い歩行を短く
page-sites-candidates = 置いてよい場所
page-sites-nodes = 道のすべての角
page-sites-osm = 地図の地下鉄駅・駐車場・学校
page-sites-find = 場所を探す
page-sites-answer-cover = 新しい避難場所（{ $sites }か所）で、{ $people }人のうち{ $after }人が間に合います。今は{ $now }人です。
page-sites-answer-median = 歩く時間の合計は{ $after }、今は{ $now }。どこにも着けない人：{ $without }。
page-sites-answer-center = 最も長い歩行は{ $after }、今は{ $now }。どこにも着けない人：{ $without }。
page-sites-proven = 証明済み：同じ数でこれより良い選び方はありません。
page-sites-bound = 同じ数のどの選び方も{ $bound }より良くはなりません。
page-sites-beyond = { $people }人は、これらのどの場所でも間に合いません。
page-sites-any-time = 災害が選ばれていないため、どんなに長い歩行も間に合うと数えています。災害を選ぶか、別の重視点にしてください。
page-sites-place = 場所
page-sites-adds-cover = 増える人数
page-sites-adds-median = 減る時間
page-sites-adds-center = 減る時間
page-sites-then-cover = その時間に合う人
page-sites-then-median = その時の合計
page-sites-then-center = その時の最長
page-sites-hours = { $hours }時間
page-sites-curve = 新しい避難場所が0、1、2…か所のとき間に合う人
page-sites-across = 新しい避難場所の数
page-sites-capacitated = 収容人数を考える
page-sites-places = 新しい1か所の収容人数
page-sites-places-each = 不明な避難場所の収容人数
page-sites-reserve = 今ある避難場所で空けておく割合（%）
page-sites-places-now = 今ある避難場所の収容人数：{ $places }人。
page-sites-answer-cover-places = 新しい避難場所（{ $sites }か所）で、{ $people }人のうち{ $after }人に間に合う場所があります。今は{ $now }人です。
page-sites-answer-median-places = 歩く時間の合計は{ $after }、今は{ $now }。場所がない人：{ $without }。
page-sites-curve-places = 新しい避難場所が0、1、2…か所のとき間に合う場所がある人


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


time-seconds = { $seconds }秒
time-minutes = { $minutes }分
time-minutes-seconds = { $minutes }分{ $seconds }秒
time-unreachable = 到達できません
length-metres = { $metres } m
length-kilometres = { $kilometres } km
list-and-more = { $list }、{ $item }
`;export{e as default};