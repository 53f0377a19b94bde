package struct HTTPFields: FieldSet {
  let requestMethod = Field("http.request.method", "Request Method", .text)
  let requestTarget = Field("http.request.uri", "Request URI", .text)
  let targetPath = Field("http.request.uri.path", "Request URI Path", .text)
  let targetQuery = Field("http.request.uri.query", "Request URI Query", .text)
  let targetParameter = Field("http.request.uri.query.parameter", "Request URI Query Parameter", .text)
  let requestVersion = Field("http.request.version", "Request Version", .text)
  let responseVersion = Field("http.response.version", "Response Version", .text)
  let status = Field("http.response.code", "Status Code", .decimal(16))
  let statusDescription = Field(
    "http.response.code.desc", "Status Code Description", .text, generated: true, from: ["http.response.code"]
  )
  let reason = Field("http.response.phrase", "Response Phrase", .text)

  let requestLine = Field("http.request.line", "Request line", .text)
  let responseLine = Field("http.response.line", "Response line", .text)
  let host = Field("http.host", "Host", .text)
  let userAgent = Field("http.user_agent", "User-Agent", .text)
  let accept = Field("http.accept", "Accept", .text)
  let acceptEncoding = Field("http.accept_encoding", "Accept Encoding", .text)
  let acceptLanguage = Field("http.accept_language", "Accept-Language", .text)
  let authorization = Field("http.authorization", "Authorization", .text)
  let cacheControl = Field("http.cache_control", "Cache-Control", .text)
  let connection = Field("http.connection", "Connection", .text)
  let contentEncoding = Field("http.content_encoding", "Content-Encoding", .text)
  let contentLengthHeader = Field("http.content_length_header", "Content-Length", .text)
  let contentLength = Field(
    "http.content_length", "Content length", .decimal(64), generated: true,
    from: ["http.content_length_header"])
  let contentType = Field("http.content_type", "Content-Type", .text)
  let cookie = Field("http.cookie", "Cookie", .text)
  let date = Field("http.date", "Date", .text)
  let lastModified = Field("http.last_modified", "Last-Modified", .text)
  let location = Field("http.location", "Location", .text)
  let referer = Field("http.referer", "Referer", .text)
  let server = Field("http.server", "Server", .text)
  let setCookie = Field("http.set_cookie", "Set-Cookie", .text)
  let transferEncoding = Field("http.transfer_encoding", "Transfer-Encoding", .text)
  let upgrade = Field("http.upgrade", "Upgrade", .text)

  let fullTarget = Field(
    "http.request.full_uri", "Full request URI", .text, generated: true,
    from: ["http.request.uri", "http.host"])
  let request = Field("http.request", "Request", .bool, generated: true, from: ["http.request.method"])
  let requestNumber = Field(
    "http.request_number", "Request number", .decimal(32), generated: true, from: [.earlierFrames])
  let response = Field("http.response", "Response", .bool, generated: true, from: ["http.response.code"])
  let responseNumber = Field(
    "http.response_number", "Response number", .decimal(32), generated: true, from: [.earlierFrames])
  let time = Field(
    "http.time", "Time since request", .duration, generated: true, from: [.time, .earlierFrames])
  let previousRequestIn = Field(
    "http.prev_request_in", "Prev request in frame", .decimal(32), generated: true, from: [.earlierFrames])
  let previousResponseIn = Field(
    "http.prev_response_in", "Prev response in frame", .decimal(32), generated: true, from: [.earlierFrames])
  let requestIn = Field(
    "http.request_in", "Request in frame", .decimal(32), generated: true, from: [.earlierFrames])
  let responseForTarget = Field(
    "http.response_for.uri", "Request URI", .text, generated: true, from: [.earlierFrames])
  let chunkSize = Field("http.chunk_size", "Chunk size", .decimal(32))
  let chunkData = Field("http.chunk_data", "Chunk data", .bytes, describe: { $0.countText })
  let chunkBoundary = Field("http.chunk_boundary", "Chunk boundary", .bytes)
  let chunkTrailer = Field("http.chunked_trailer_part", "trailer-part", .text)
  /// A body that came in chunks, without what stands between them.
  let joinedBody = Field(
    "http.file_data", "File Data", .text, generated: true, from: ["http.chunk_data"],
    describe: { value in
      if case .text(let text) = value { "\(text.unicodeScalars.count) bytes" } else { "" }
    })
  let body = Field(
    "http.file_data", "File Data", .text,
    describe: { value in
      if case .text(let text) = value { "\(text.unicodeScalars.count) bytes" } else { "" }
    })
  package init() {}

  /// The field for a header, by its name in lower case.
  static let byHeader: [String: Field] = {
    let fields = HTTPMessage.fields
    return [
      "host": fields.host, "user-agent": fields.userAgent, "accept": fields.accept,
      "accept-encoding": fields.acceptEncoding, "accept-language": fields.acceptLanguage,
      "authorization": fields.authorization, "cache-control": fields.cacheControl,
      "connection": fields.connection, "content-encoding": fields.contentEncoding,
      "content-length": fields.contentLengthHeader, "content-type": fields.contentType,
      "cookie": fields.cookie, "date": fields.date, "last-modified": fields.lastModified,
      "location": fields.location, "referer": fields.referer, "server": fields.server,
      "set-cookie": fields.setCookie, "transfer-encoding": fields.transferEncoding,
      "upgrade": fields.upgrade,
    ]
  }()
}
