using System.Net.Sockets;

var listener = new TcpListener(System.Net.IPAddress.Any, 6805);
listener.Start();
while (true) listener.AcceptTcpClient().Close();
