from PyQt5.QtWidgets import QApplication, QLineEdit
import socket

app = QApplication([])
line = QLineEdit()
line.returnPressed.connect(lambda: socket.create_connection(("127.0.0.1", 8080)))
line.show()
app.exec_()
