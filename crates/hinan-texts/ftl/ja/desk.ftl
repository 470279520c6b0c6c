### The desk of the officers who draft and sign alerts: its page, and nothing that the public reads.
### 翻訳はまだ母語話者の確認を受けていません。 Not yet reviewed by a native speaker.

## Head
desk-title = hinan desk：署名する内容がそのまま見えます
# $person: a name.
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

## What goes on
# $time: when the folder was last read.
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
# $words: four words.
desk-active-digest = 継続中の内容を4語で：{ $words }
desk-active-help = 同じフォルダーを見る端末には同じ語が出ます。
# $ago, $left, $length: lengths of time.
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
# $signed, $needed (numbers): persons.
desk-signed-of = { $needed }人中{ $signed }人。
desk-two-keys = { $person }は{ $keys }個の鍵で署名しましたが、1人と数えます。
desk-not-counted = 数えられない署名：{ $reason }
desk-verified = 検証済み
desk-awaited = 2人目の担当者を待っています
desk-awaited-first = 署名なし
desk-kind-arming = 事前署名の命令：hinan alert show で確認
desk-kind-void-arming = 事前署名の命令の取り消し
desk-open = 内容を見る
desk-review = 確認して署名
desk-cancel = 取り消す
desk-clear = 警報を解除する
desk-update = 差し替える
desk-about = 対象：{ $what }

## A new alert or drill
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
# $hours (number): whole hours.
desk-hours = { $hours }時間
desk-impact = 何分後に到達するか（分かる場合）
desk-languages = 言語
desk-preview = 住民が読む内容
desk-preview-none = 危険、行動、場所を選んでください。場所がないと送れません。
desk-ends = 再確認がなければ { $time } まで
desk-write = 下書きを作る
desk-write-drill = 訓練の下書きを作る
desk-write-help = 署名なしで共有フォルダーに入り、もう1つの端末にすぐ表示されます。2人が署名するまで誰にも伝わりません。

## What it comes to
# $people, $shelters (numbers).
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

## Review and sign
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
# $what: the headline of the alert.
desk-sign-as = 署名する：{ $what }
desk-signing = 署名しています…
desk-signed-done = 署名しました。{ $state }
desk-discard = 下書きを破棄する
desk-discarded = 下書きを破棄しました。
desk-back = 現在の一覧へ戻る
desk-already = 署名済みです。別の人が自分の端末で署名する必要があります。

## Calling back, ending
desk-cancel-title = 取り消し
desk-cancel-help = 1人の署名で保留となり、誤りと報告された旨が伝わります。2人目の署名で確定します。
desk-cancel-help-late = 1人で保留にできる時間が過ぎたか、鍵束が認めていません。2人が署名するまで何も変わりません。
desk-cancel-error = 誤って発信
desk-cancel-error-help = 発信すべきではありませんでした。
desk-cancel-withdrawn = 見込みがなくなった
desk-cancel-withdrawn-help = 発信は正しかったが、予想された事態は見込まれなくなりました。
desk-clear-help = 警報解除：危険が終わったと住民に伝わります。2人が署名するまで何も変わりません。

## Errors
desk-error-token = 起動時に表示されたアドレスで開いてください。
desk-error-gone = フォルダーにもうありません。
desk-error-passphrase = 合言葉が違います。もう一度入力してください。締め出されることはなく、少し待つだけです。
